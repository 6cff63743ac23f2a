import type { Confided, Letter, Letterboxes } from '#contract/letter.ts';
import type { Opening, Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';

interface LetterRow {
  municipalityId: string;
  id: string;
  serviceId: string;
  serviceName: string;
  kind: Letter['kind'];
  about: string | null;
  words: string | null;
  name: string | null;
  phone: string | null;
  relation: string | null;
  confidence: Confided['confidence'] | null;
  receivedAt: string;
  how: string | null;
  handledAt: string | null;
  handledBy: string | null;
}

/** What has no value is absent. */
const present = <Parts extends object>(parts: Parts): { [Part in keyof Parts]?: NonNullable<Parts[Part]> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null)) as never;

/** The services somebody opens letters in; anybody may know. */
export async function letterboxes(rows: Tx['rows']): Promise<Letterboxes> {
  const found = await rows(
    raw(sql<{ municipality_id: string; id: string; name: string; municipality: string }>`
      select * from app.letterboxes()`),
  );
  return found.map(({ municipality_id, id, ...box }) => ({
    service: { municipalityId: municipality_id, id },
    ...box,
  }));
}

/** The letters in the boxes that are mine to open: those that wait, the oldest first, and lately dealt with ones as a line. */
export async function lettersOf(tx: Tx): Promise<Letter[]> {
  const rows = await tx.rows(
    raw(sql<LetterRow>`
      select municipality_id as "municipalityId", id, service_id as "serviceId", service_name as "serviceName", kind, about, words,
        writer_name as name, writer_phone as phone, writer_relation as relation, confidence, received_at as "receivedAt",
        how, handled_at as "handledAt", handled_by as "handledBy" from app.letters()`),
  );
  return rows.map(
    ({ municipalityId, id, serviceId, name, phone, relation, how, handledAt, handledBy, ...row }) => ({
      letter: { municipalityId, id },
      service: { municipalityId, id: serviceId },
      serviceName: row.serviceName,
      kind: row.kind,
      receivedAt: row.receivedAt,
      ...present({ about: row.about, words: row.words, confidence: row.confidence }),
      ...(how === null || handledAt === null
        ? { writer: present({ name, phone, relation }) }
        : { handled: { how, at: handledAt, by: handledBy ?? '' } }),
    }),
  );
}

/** What those who are close have told about one person, as far as the reader may see it, the newest first. */
export async function confidedOf(tx: Tx, about: Opening): Promise<Confided[]> {
  const rows = await tx.rows(
    raw(sql<
      Omit<Confided, 'writer'> & { name: string | null; phone: string | null; relation: string | null }
    >`
      select fact_id as id, words, about, confidence, happened_at as "receivedAt", writer_name as name, writer_phone as phone, writer_relation as relation
      from confided_now where municipality_id = ${about.municipalityId} and participant_id = ${about.participantId}
      order by happened_at desc`),
  );
  return rows.map(({ name, phone, relation, ...row }) => ({
    ...row,
    writer: present({ name, phone, relation }),
  }));
}
