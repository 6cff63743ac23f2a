import type { Static } from 'typebox';
import type { Attend } from '#contract/group.ts';
import { type Acquaintance, type Answer, attend, belongsAt } from '#domain/session/attend.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying } from '../db/saying.ts';
import { accept, found, Refused } from '../refused.ts';

interface SessionRow {
  service_id: string;
  starts_at: string;
  cancelled: boolean;
}

/**
 * Writes who is coming or came. Each new answer supersedes the one before.
 * «Not today, welcome tomorrow» is a note that few may read; for everyone else the person came.
 */
export async function writeAttendance(tx: Tx, about: Opening, body: Static<typeof Attend>): Promise<string> {
  const { municipalityId, id } = body.session;
  const here = { session_municipality_id: municipalityId, session_id: id };
  const [[session], [before]] = await Promise.all([
    tx.rows(
      raw(sql<SessionRow>`select service_id, starts_at, cancelled_at is not null as cancelled from group_session
        where municipality_id = ${municipalityId} and id = ${id}`),
    ),
    tx.rows(
      raw(sql<{
        id: string;
        fact_id: string;
        version: number;
      }>`select id, fact_id, version from attendance_now
        where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}
          and session_municipality_id = ${municipalityId} and session_id = ${id}`),
    ),
  ]);
  const { service_id: serviceId, starts_at: startsAt, cancelled } = found(session);
  if (body.supersedes !== undefined && body.supersedes !== before?.id) throw new Refused('stale-version');
  const answer = accept(
    attend(body.answer as Answer, { startsAt, cancelled }, tx.now, body.notToday !== undefined),
  );
  accept(belongsAt(await acquaintanceOf(tx, about, { municipalityId, id: serviceId }), startsAt));
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

/** Read as the engine: whoever leads a group may not see how it stands with somebody, and learns only yes or no. */
const acquaintanceOf = (
  tx: Tx,
  about: Opening,
  service: { municipalityId: string; id: string },
): Promise<Acquaintance> =>
  tx.asEngine(async () => {
    const here = sql`f.municipality_id = ${about.municipalityId} and f.participant_id = ${about.participantId}
      and f.service_municipality_id = ${service.municipalityId} and f.service_id = ${service.id}`;
    const [enrolments, enquiries] = await Promise.all([
      tx.rows(
        raw(sql<Acquaintance['enrolments'][number]>`
          select s.state, s.happened_at as since from enrolment_now f
          cross join lateral (select state, happened_at from enrolment_state_now s where s.municipality_id = f.municipality_id
            and s.participant_id = f.participant_id and s.enrolment_id = f.fact_id order by happened_at desc, recorded_at desc limit 1) s
          where ${here}`),
      ),
      tx.rows(
        raw(
          sql<Acquaintance['enquiries'][number]>`select f.happened_at as at from enquiry_now f where ${here}`,
        ),
      ),
    ]);
    return { enrolments, enquiries };
  });
