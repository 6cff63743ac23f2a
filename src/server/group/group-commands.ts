import type { Static } from 'typebox';
import type { Attend } from '#contract/group.ts';
import { type Answer, attend } from '#domain/session/attend.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying } from '../db/saying.ts';
import { accept, found, Refused } from '../refused.ts';

/**
 * Writes who is coming or came. Each new answer supersedes the one before.
 * «Not today, welcome tomorrow» is a note that few may read; for everyone else the person came.
 */
export async function writeAttendance(tx: Tx, about: Opening, body: Static<typeof Attend>): Promise<string> {
  const here = { session_municipality_id: body.session.municipalityId, session_id: body.session.id };
  const [[session], [before]] = await Promise.all([
    tx.rows(
      raw(sql<{ starts_at: string }>`select starts_at from group_session
        where municipality_id = ${body.session.municipalityId} and id = ${body.session.id}`),
    ),
    tx.rows(
      raw(sql<{
        id: string;
        fact_id: string;
        version: number;
      }>`select id, fact_id, version from attendance_now
        where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}
          and session_municipality_id = ${body.session.municipalityId} and session_id = ${body.session.id}`),
    ),
  ]);
  const { starts_at: startsAt } = found(session);
  if (body.supersedes !== undefined && body.supersedes !== before?.id) throw new Refused('stale-version');
  const answer = accept(attend(body.answer as Answer, startsAt, tx.now, body.notToday !== undefined));
  const said = saying(tx, about, { own: 'health-record', worker: 'note' });
  if (body.notToday !== undefined) {
    await addFact(tx, 'relapse_note', about, said, {
      kind: 'came-intoxicated',
      words: body.notToday.words ?? null,
      ...here,
    });
  }
  if (before === undefined) return addFact(tx, 'attendance', about, said, { answer, ...here });
  return correctFact(
    tx,
    'attendance',
    about,
    said,
    { answer, ...here },
    {
      factId: before.fact_id,
      version: before.version,
      supersedes: before.id,
      reason: 'answered anew',
    },
  );
}
