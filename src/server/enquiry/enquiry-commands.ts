import type { Static } from 'typebox';
import type { AddEnquiry, AnswerEnquiry, Enrol, ReceiveEnquiry } from '#contract/enquiry.ts';
import { type Enrolling, enrol } from '#domain/enquiry/enrol.ts';
import { pathwayTemplates } from '#domain/pathway/ny-start.ts';
import { joinTeam } from '#domain/team/join-team.ts';
import { type Day, dayOf, startOf } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { addFact, type Saying } from '../db/fact.ts';
import { takeLetter } from '../db/letter.ts';
import { health, receiveNewcomer } from '../db/newcomer.ts';
import { acceptTyped, addPersonNumber, type NumberHouse } from '../db/person-number.ts';
import { raw, sql } from '../db/query.ts';
import { chosenBy, saying } from '../db/saying.ts';
import { placeOfWorker, serviceNear } from '../directory/directory-queries.ts';
import { accept, Refused } from '../refused.ts';

/** A first contact about somebody new: their root, what they are called, and what was said. */
export async function receiveEnquiry(
  house: NumberHouse,
  tx: Tx,
  body: Static<typeof ReceiveEnquiry>,
): Promise<{ about: Opening; id: string }> {
  const about = await receiveNewcomer(tx, body, body.service, 'enquiry.receive', 'intake');
  if (body.personNumber !== undefined) {
    await addPersonNumber(tx, house, about, saying(tx, about, health), acceptTyped(house, body.personNumber));
  }
  // What came by letter came when the letter did, and is answered from then.
  const letter = body.letter && (await takeLetter(tx, body.letter, 'received'));
  const said = await writeEnquiry(tx, about, body, letter?.received_at ?? tx.now);
  return { about, id: said };
}

/** One more enquiry about somebody, or one from somebody we have met outside. */
export const addEnquiry = (tx: Tx, about: Opening, body: Static<typeof AddEnquiry>): Promise<string> =>
  writeEnquiry(tx, about, body, tx.now);

async function writeEnquiry(
  tx: Tx,
  about: Opening,
  body: Static<typeof AddEnquiry>,
  cameAt: string,
): Promise<string> {
  await serviceNear(tx, body.service);
  return addFact(tx, 'enquiry', about, saying(tx, about, lawOf(body.source), cameAt), {
    service_municipality_id: body.service.municipalityId,
    service_id: body.service.id,
    source: body.source,
    words: body.words.trim(),
  });
}

/** What somebody close tells when they ask for help themself is theirs; all else is a service's first note. */
const lawOf = (source: string) =>
  source === 'relative' ? ({ own: 'relative-own', worker: 'relative-own' } as const) : health;

/** The answer goes out the same day, with what is open next; the person is asked to the group. */
export async function answerEnquiry(
  tx: Tx,
  about: Opening,
  body: Static<typeof AnswerEnquiry>,
): Promise<string> {
  const [before] = await tx.rows(
    raw(sql<{ id: string }>`select id from enquiry_answer_now where municipality_id = ${about.municipalityId}
      and participant_id = ${about.participantId} and enquiry_id = ${body.enquiryId}`),
  );
  if (before !== undefined) throw new Refused('already-answered');
  const said = saying(tx, about, health);
  const id = await addFact(tx, 'enquiry_answer', about, said, {
    enquiry_id: body.enquiryId,
    words: body.words,
    session_municipality_id: body.session?.municipalityId ?? null,
    session_id: body.session?.id ?? null,
  });
  await tx.asEngine(() =>
    tx.rows(
      raw(sql`insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
        values (${about.municipalityId}, ${id}, ${about.participantId}, 'enquiry-answered', 'sms', 'participant', ${about.participantId}, ${tx.now})`),
    ),
  );
  return id;
}

/** Takes somebody in: enrolment, contact person, and the service's pathway with its steps. Waiting has become mapping. */
export async function enrolParticipant(tx: Tx, about: Opening, body: Static<typeof Enrol>): Promise<string> {
  const [states, place, { pathway }] = await Promise.all([
    statesIn(tx, about, body.service),
    placeOfWorker(tx, body.contactPerson),
    serviceNear(tx, body.service),
  ]);
  const { state, run } = accept(
    enrol(pathwayTemplates[pathway ?? ''], body.startDay as Day, dayOf(tx.now), states),
  );
  accept(joinTeam('contact-person', place, { from: tx.now, until: null }, false));
  const said = saying(tx, about, health);
  const shared = { ...said, legalClass: 'shared-plan' as const };
  const enrolmentId = await addFact(tx, 'enrolment', about, said, {
    service_municipality_id: body.service.municipalityId,
    service_id: body.service.id,
  });
  await Promise.all([
    addFact(tx, 'enrolment_state', about, said, {
      enrolment_id: enrolmentId,
      state,
      ended_because: null,
      next_place: null,
    }),
    addFact(tx, 'team_membership', about, chosenBy(shared, about, body.chosenBy), {
      role: 'contact-person',
      worker_municipality_id: body.contactPerson.municipalityId,
      worker_id: body.contactPerson.id,
      valid_from: tx.now,
      valid_to: null,
      substitute_for: null,
    }),
    run && beginPathway(tx, about, shared, enrolmentId, run),
  ]);
  return enrolmentId;
}

/** The latest state of each enrolment in one service. */
async function statesIn(tx: Tx, about: Opening, service: Static<typeof Enrol>['service']): Promise<string[]> {
  const rows = await tx.rows(
    raw(sql<{ state: string }>`
      select distinct on (s.enrolment_id) s.state from enrolment_now e join enrolment_state_now s
        on s.municipality_id = e.municipality_id and s.participant_id = e.participant_id and s.enrolment_id = e.fact_id
      where e.municipality_id = ${about.municipalityId} and e.participant_id = ${about.participantId}
        and e.service_municipality_id = ${service.municipalityId} and e.service_id = ${service.id}
      order by s.enrolment_id, s.happened_at desc, s.recorded_at desc`),
  );
  return rows.map(({ state }) => state);
}

async function beginPathway(
  tx: Tx,
  about: Opening,
  saidHere: Saying,
  enrolmentId: string,
  { template, anchor, steps }: NonNullable<Enrolling['run']>,
): Promise<void> {
  const runId = await addFact(tx, 'pathway_run', about, saidHere, {
    enrolment_id: enrolmentId,
    template: template.code,
    template_version: template.version,
    anchor_day: anchor,
  });
  await Promise.all(
    steps.map(({ code, week, dueFrom, dueTo }) =>
      addFact(
        tx,
        'pathway_step',
        about,
        { ...saidHere, happenedAt: startOf(dueFrom) },
        { run_id: runId, code, week, due_from: dueFrom, due_to: dueTo },
      ),
    ),
  );
}
