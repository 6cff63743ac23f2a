import type { Static } from 'typebox';
import type { LogOutreach, MeetOutside } from '#contract/outreach.ts';
import type { Ref } from '#contract/shapes.ts';
import { happened } from '#domain/follow-up/happened.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact } from '../db/fact.ts';
import { receiveNewcomer } from '../db/newcomer.ts';
import { raw, sql } from '../db/query.ts';
import { note, saying } from '../db/saying.ts';
import { accept, Refused } from '../refused.ts';

/** A first meeting, or a first attempt: the person exists from here, known by whatever they are called. */
export async function meetOutside(
  tx: Tx,
  body: Static<typeof MeetOutside>,
): Promise<{ about: Opening; id: string }> {
  await refuseOtherServices(tx, body.service);
  const about = await receiveNewcomer(tx, body, body.service, 'outreach.log', 'outreach');
  return { about, id: await addAttempt(tx, about, body) };
}

/** One more attempt, without demands. */
export async function logOutreach(tx: Tx, about: Opening, body: Static<typeof LogOutreach>): Promise<string> {
  await refuseOtherServices(tx, body.service);
  return addAttempt(tx, about, body);
}

const addAttempt = (tx: Tx, about: Opening, body: Static<typeof LogOutreach>): Promise<string> =>
  addFact(
    tx,
    'outreach',
    about,
    saying(tx, about, note, accept(happened(body.happenedAt ?? tx.now, tx.now))),
    {
      service_municipality_id: body.service.municipalityId,
      service_id: body.service.id,
      outcome: body.outcome,
      place: body.place?.trim() ?? null,
      note: body.note?.trim() ?? '',
      how_to_meet: body.howToMeet?.trim() ?? null,
    },
  );

/** One meets people for the service one works in; otherwise nobody there would know of them. */
async function refuseOtherServices(tx: Tx, service: Ref): Promise<void> {
  const [mine] = await tx.rows(
    raw(sql<{ id: string }>`
      select s.id from service s join app.my_workers() m on m.municipality_id = s.municipality_id and m.organisation_id = s.organisation_id
      where s.municipality_id = ${service.municipalityId} and s.id = ${service.id} and m.role in ('worker', 'intake', 'peer') limit 1`),
  );
  if (mine === undefined) throw new Refused('not-allowed');
}
