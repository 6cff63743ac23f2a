import type { Static } from 'typebox';
import type { AddWords, Tell } from '#contract/turn.ts';
import { type Telling, tell } from '#domain/turn/tell.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, correctFact } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { note, saying } from '../db/saying.ts';
import { versionSeen } from '../db/versions.ts';
import { accept, Refused } from '../refused.ts';

/** A relapse or a hard time, told by the participant, or to the contact person, who writes that it was told. */
export async function tellOf(tx: Tx, about: Opening, body: Static<typeof Tell>): Promise<string> {
  const kind = accept(tell(body.kind, about.roles, await unanswered(tx, about), tx.now));
  return addFact(tx, 'relapse_note', about, saying(tx, about, note), {
    kind,
    words: body.words?.trim() ?? null,
    session_municipality_id: null,
    session_id: null,
  });
}

/** What has been told and has its clock still running: nobody has talked about it yet. */
const unanswered = (tx: Tx, about: Opening): Promise<Telling[]> =>
  tx.rows(
    raw(sql<Telling>`
      select n.kind, n.happened_at as at from clock c
      join relapse_note_now n on n.municipality_id = c.municipality_id and n.participant_id = c.participant_id and n.fact_id = c.subject_id
      where c.municipality_id = ${about.municipalityId} and c.participant_id = ${about.participantId} and c.rule = 'relapse-contact'`),
  );

interface NoteRow {
  kind: string;
  words: string | null;
  session_municipality_id: string | null;
  session_id: string | null;
}

/** Words come after, when they come: a new version of the same telling, by the one who told it. */
export async function addWords(
  tx: Tx,
  about: Opening,
  body: Static<typeof AddWords>,
  path: { id: string },
): Promise<string> {
  const seen = await versionSeen<NoteRow>(tx, 'relapse_note', about, body.supersedes, path.id);
  const said = saying(tx, about, note, seen.happenedAt);
  if (said.saidBy !== seen.saidBy) throw new Refused('not-yours-to-do');
  const { kind, session_municipality_id, session_id } = seen;
  return correctFact(
    tx,
    'relapse_note',
    about,
    said,
    { kind, words: body.words.trim(), session_municipality_id, session_id },
    { ...seen, reason: 'words added' },
  );
}
