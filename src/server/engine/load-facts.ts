import type { ChildFacts } from '#domain/clock/children.ts';
import type { ClockFacts } from '#domain/clock/clocks.ts';
import type { EmergencyFacts } from '#domain/clock/emergency.ts';
import { realContacts, type TurnFacts } from '#domain/clock/turns.ts';
import type { WhyFacts } from '#domain/clock/why.ts';
import { isUnderWay } from '#domain/enrolment/change-state.ts';
import type { Act, RunStep } from '#domain/pathway/complete-steps.ts';
import type { ActKind } from '#domain/pathway/template.ts';
import { type Day, dayOf } from '#domain/time/day.ts';
import { isToBeMet } from '#domain/turn/life-event.ts';
import type { ContactPersonFact, WishFact } from '#domain/wish/answered-by-act.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { loadChildren } from './load-children.ts';
import { loadRights } from './load-rights.ts';
import { loadWhy } from './load-why.ts';
import { loadWishes } from './load-wishes.ts';

export interface Subject {
  municipalityId: string;
  participantId: string;
}

export interface Completion {
  id: string;
  stepId: string;
  actKey: string;
}

/** One participant's facts, as much as the clocks and the pathway need. */
export interface EngineFacts extends TurnFacts, ChildFacts, WhyFacts, EmergencyFacts {
  enquiries: ClockFacts['enquiries'];
  actions: ClockFacts['actions'];
  decisions: ClockFacts['decisions'];
  enrolments: ClockFacts['enrolments'];
  contactPersons: ContactPersonFact[];
  wishes: WishFact[];
  rightsRequests: ClockFacts['rightsRequests'];
  died: boolean;
  runs: { template: string; waits: boolean; steps: (RunStep & { dueTo: Day })[] }[];
  acts: Act[];
  completions: Completion[];
}

/** States in which the steps of a run wait. */
const resting = ['paused', 'ended'];

interface StepRow {
  runId: string;
  enrolmentId: string;
  template: string;
  id: string;
  code: string;
  dueFrom: Day;
  dueTo: Day;
}

/** Reads all of it in one round trip. Whoever calls decides as whom: the engine's role, or the owner when filling. */
export async function loadEngineFacts(
  rows: Tx['rows'],
  { municipalityId: m, participantId: p }: Subject,
): Promise<EngineFacts> {
  const here = sql`municipality_id = ${m} and participant_id = ${p}`;
  const [
    enquiries,
    actions,
    decisions,
    states,
    contactPersons,
    wishes,
    steps,
    acts,
    completions,
    turns,
    children,
    why,
    rightsRequests,
  ] = await Promise.all([
    rows(
      raw(sql<{ id: string; happenedAt: string; answered: boolean }>`
        select e.fact_id as id, e.happened_at as "happenedAt", exists (select from enquiry_answer_now a
          where a.municipality_id = e.municipality_id and a.participant_id = e.participant_id and a.enquiry_id = e.fact_id) as answered
        from enquiry_now e where ${here}`),
    ),
    rows(
      raw(sql<{ id: string; doer: 'participant' | 'worker'; dueDay: Day | null; done: boolean }>`
        select e.fact_id as id, e.doer, e.due_day as "dueDay", exists (select from action_completion_now c
          where c.municipality_id = e.municipality_id and c.participant_id = e.participant_id and c.action_id = e.fact_id) as done
        from action_now e where ${here}
          -- What was to be done for a goal that has ended is owed to nobody.
          and not exists (select from goal_closure_now g
            where g.municipality_id = e.municipality_id and g.participant_id = e.participant_id and g.goal_id = e.goal_id)`),
    ),
    rows(
      raw(sql<{ id: string; doer: 'participant' | 'worker'; dueDay: Day; kept: boolean }>`
        select e.fact_id as id, e.doer, e.due_day as "dueDay", exists (select from decision_kept_now k
          where k.municipality_id = e.municipality_id and k.participant_id = e.participant_id and k.decision_id = e.fact_id) as kept
        from decision_now e where ${here}`),
    ),
    loadStates(rows, { municipalityId: m, participantId: p }),
    loadContactPersons(rows, { municipalityId: m, participantId: p }),
    loadWishes(rows, { municipalityId: m, participantId: p }),
    rows(
      raw(sql<StepRow>`
        select r.fact_id as "runId", r.enrolment_id as "enrolmentId", r.template, s.fact_id as id, s.code, s.due_from as "dueFrom", s.due_to as "dueTo"
        from pathway_run_now r join pathway_step_now s
          on s.municipality_id = r.municipality_id and s.participant_id = r.participant_id and s.run_id = r.fact_id
        where r.municipality_id = ${m} and r.participant_id = ${p}`),
    ),
    loadActs(rows, { municipalityId: m, participantId: p }),
    rows(
      raw(
        sql<Completion>`select id, step_id as "stepId", act_kind || ':' || act_id as "actKey" from step_completion_now where ${here}`,
      ),
    ),
    loadTurns(rows, { municipalityId: m, participantId: p }),
    loadChildren(rows, { municipalityId: m, participantId: p }),
    loadWhy(rows, { municipalityId: m, participantId: p }),
    loadRights(rows, { municipalityId: m, participantId: p }),
  ]);
  return {
    enquiries,
    actions,
    decisions,
    enrolments: states.filter(({ state }) => isUnderWay(state)),
    episodes: states.filter(({ state }) => isUnderWay(state) && state !== 'asked'),
    contactPersons,
    wishes,
    rightsRequests,
    died: states.some(({ endedBecause }) => endedBecause === 'died'),
    runs: runsOf(steps, states),
    ...turns,
    ...children,
    ...why,
    acts,
    completions,
  };
}

const runsOf = (
  steps: readonly StepRow[],
  states: readonly { id: string; state: string }[],
): EngineFacts['runs'] =>
  [...Map.groupBy(steps, (step) => step.runId).values()].map((run) => ({
    template: run[0]?.template ?? '',
    waits: states.some(({ id, state }) => id === run[0]?.enrolmentId && resting.includes(state)),
    steps: run,
  }));

/** Where each enrolment stands, and since when it has been there. */
function loadStates(rows: Tx['rows'], { municipalityId: m, participantId: p }: Subject) {
  const here = sql`municipality_id = ${m} and participant_id = ${p}`;
  return rows(
    raw(sql<{ id: string; state: string; endedBecause: string | null; since: string }>`
        select distinct on (enrolment_id) enrolment_id as id, state, ended_because as "endedBecause", min(happened_at) over (partition by enrolment_id) as since
        from enrolment_state_now where ${here} order by enrolment_id, happened_at desc, recorded_at desc`),
  );
}
/** A contact person is one only while they work here. */
const loadContactPersons = (
  rows: Tx['rows'],
  { municipalityId: m, participantId: p }: Subject,
): Promise<ContactPersonFact[]> =>
  rows(
    raw(sql<ContactPersonFact>`
        select fact_id as id, worker_id as "workerId", happened_at as at, said_by as by, least(valid_to, app.works_until(worker_municipality_id, worker_id)) as until
        from team_membership_now where municipality_id = ${m} and participant_id = ${p} and role = 'contact-person' and substitute_for is null order by happened_at`),
  );

async function loadActs(rows: Tx['rows'], { municipalityId: m, participantId: p }: Subject): Promise<Act[]> {
  const here = sql`municipality_id = ${m} and participant_id = ${p}`;
  const found = await rows(
    raw(sql<{ kind: ActKind; id: string; detail: string | null; at: string; by: string }>`
      select 'goal' as kind, fact_id as id, null as detail, happened_at as at, said_by as by from goal_now where ${here}
      union all select 'acknowledgement', fact_id, code, happened_at, said_by from acknowledgement_now where ${here}
      union all select 'team_membership', fact_id, role, happened_at, said_by from team_membership_now where ${here}
      union all select 'contact', fact_id, kind, happened_at, said_by from contact_now where ${here}
      union all select 'crisis_plan', fact_id, null, happened_at, said_by from crisis_plan_now where ${here}
      union all select 'meeting-called', fact_id, null, summoned_at, said_by from meeting_now where ${here}
      union all select 'meeting-prepared', fact_id, null, happened_at, said_by from meeting_now where ${here} and own_agenda is not null
      union all select 'meeting-held', fact_id, null, held_at, said_by from meeting_now where ${here} and held_at is not null
      union all select 'review', fact_id, case when with_worker_id is null then 'own' else 'together' end, happened_at, said_by from review_now where ${here}`),
  );
  return found.map(({ kind, id, detail, at, by }) => ({
    kind,
    id: `${kind}:${id}`,
    day: dayOf(at),
    at,
    by,
    ...(detail === null ? {} : { detail }),
  }));
}

async function loadTurns(
  rows: Tx['rows'],
  { municipalityId: m, participantId: p }: Subject,
): Promise<TurnFacts & EmergencyFacts> {
  const here = sql`municipality_id = ${m} and participant_id = ${p}`;
  const [tellings, events, talks, emergencies] = await Promise.all([
    rows(
      raw(sql<{
        id: string;
        toldAt: string;
      }>`select fact_id as id, happened_at as "toldAt" from relapse_note_now
        where ${here} and kind in ('relapse', 'hard-time')`),
    ),
    rows(
      raw(sql<{
        id: string;
        day: Day;
        kind: string;
        metAtDoor: string | null;
      }>`select fact_id as id, day, kind, met_at_door as "metAtDoor"
        from life_event_now where ${here} and kind in ('discharge', 'release', 'admission', 'imprisonment')`),
    ),
    rows(
      raw(
        sql<{
          at: string;
        }>`select happened_at as at from contact_now where ${here} and kind = any (${[...realContacts]}::text[])`,
      ),
    ),
    rows(
      raw(
        sql<{
          id: string;
          openedAt: string;
        }>`select fact_id as id, valid_from as "openedAt" from emergency_opening_now where ${here}`,
      ),
    ),
  ]);
  return {
    tellings,
    homecomings: events.filter(({ kind, metAtDoor }) => isToBeMet(kind, metAtDoor)),
    departures: events
      .filter(({ kind }) => kind === 'admission' || kind === 'imprisonment')
      .map(({ day }) => day),
    talks: talks.map(({ at }) => at),
    emergencies,
  };
}
