import { daysAway } from '#domain/enrolment/change-state.ts';
import { nyStartSixWeeks } from '#domain/pathway/ny-start.ts';
import { shiftSteps } from '#domain/pathway/shift.ts';
import { type PlannedStep, planSteps } from '#domain/pathway/template.ts';
import { addDays, dayOf } from '#domain/time/day.ts';
import { by, type FactRow, type File, fact, type Voice, versionAfter } from './file.ts';
import { welcome } from './house.ts';
import { services, type WorkerName, workers } from './people.ts';
import { sessionIdAt } from './sessions.ts';

type ServiceName = keyof typeof services;
type Source =
  | 'self'
  | 'relative'
  | 'family'
  | 'nav'
  | 'dps'
  | 'prison'
  | 'treatment'
  | 'gp'
  | 'street'
  | 'police'
  | 'other';
export type State = 'asked' | 'declined' | 'waiting' | 'mapping' | 'active' | 'paused' | 'ended';
export type TeamRole = 'contact-person' | 'coordinator' | 'team-member' | 'peer' | 'nav' | 'dps';

export interface Arrival {
  at: string;
  source: Source;
  words: string;
  receivedBy: WorkerName;
  birthDay: string;
  phone: string;
  service?: ServiceName;
}

/** The first enquiry: from here the person exists. */
export function arrive(file: File, arrival: Arrival): void {
  const { book, calendar, who } = file;
  const service = services[arrival.service ?? 'nyStart'];
  const at = calendar.at(arrival.at);
  const voice = { ...by(arrival.receivedBy), minutesLater: 0 };
  welcome(book, who, at);
  book.add('profile', {
    ...fact(file, 'profile', '', at, voice, 'health-record'),
    given_name: who.givenName,
    family_name: who.familyName,
    preferred_name: who.givenName,
    birth_day: calendar.weeklyDay(arrival.birthDay),
    phone: arrival.phone,
  });
  book.add('enquiry', {
    ...fact(file, 'enquiry', '', at, voice, 'health-record'),
    service_municipality_id: service.municipalityId,
    service_id: service.id,
    source: arrival.source,
    words: arrival.words,
  });
}

/** @param start the written start of the samling they are asked to */
export function answer(file: File, at: string, worker: WorkerName, words: string, start?: string): void {
  const invited = start !== undefined;
  file.book.add('enquiry_answer', {
    ...fact(file, 'enquiry_answer', '', file.calendar.at(at), by(worker), 'health-record'),
    enquiry_id: fact(file, 'enquiry', '', file.calendar.now, by(worker), 'health-record').id,
    words,
    session_municipality_id: invited ? services.nyStart.municipalityId : null,
    session_id: invited ? sessionIdAt(start) : null,
  });
}

export interface Enrolling {
  at: string;
  by: WorkerName;
  states: readonly { state: State; at: string }[];
  /** The Monday the six weeks are counted from; left out while somebody waits. */
  anchor?: string | undefined;
  /** The steps that were left when they came back from a hold, and so were moved by its length. */
  left?: readonly string[];
  service?: ServiceName;
}

export function enrol(file: File, enrolling: Enrolling): void {
  const { book, calendar } = file;
  const service = services[enrolling.service ?? 'nyStart'];
  const voice = by(enrolling.by);
  const enrolment = fact(file, 'enrolment', '', calendar.at(enrolling.at), voice, 'health-record');
  book.add('enrolment', {
    ...enrolment,
    service_municipality_id: service.municipalityId,
    service_id: service.id,
  });
  for (const { state, at } of enrolling.states) {
    book.add('enrolment_state', {
      ...fact(file, 'enrolment_state', `${state} ${at}`, calendar.at(at), voice, 'health-record'),
      enrolment_id: enrolment.id,
      state,
      ended_because: state === 'ended' ? 'reached' : null,
      next_place: null,
    });
  }
  if (enrolling.anchor !== undefined) startRun(file, voice, enrolment.id, enrolling, enrolling.anchor);
}

function startRun(
  file: File,
  voice: Voice,
  enrolmentId: string,
  { at, states, left = [] }: Enrolling,
  anchor: string,
): void {
  const { book, calendar } = file;
  const anchorDay = calendar.weeklyDay(anchor);
  const run = fact(file, 'pathway_run', '', calendar.at(at), voice, 'health-record');
  const content = {
    enrolment_id: enrolmentId,
    template: nyStartSixWeeks.code,
    template_version: nyStartSixWeeks.version,
  };
  book.add('pathway_run', { ...run, ...content, anchor_day: anchorDay });
  const steps = planSteps(nyStartSixWeeks, anchorDay).map((step) => ({
    first: fact(file, 'pathway_step', step.code, calendar.at(at), voice, 'health-record'),
    ...step,
    done: !left.includes(step.code),
  }));
  for (const { first, ...step } of steps)
    book.add('pathway_step', { ...first, ...stepColumns(run.id, step) });
  const back = states.findIndex(({ state }) => state === 'paused') + 1;
  const returned = states[back];
  if (left.length === 0 || returned === undefined) return;
  const history = states.slice(0, back).map((one) => ({ state: one.state, at: calendar.at(one.at) }));
  const days = daysAway(history, dayOf(calendar.at(returned.at)));
  const moved = (kind: 'pathway_run' | 'pathway_step', name: string, first: FactRow) => {
    const next = fact(file, kind, `${name} back`, calendar.at(returned.at), voice, 'shared-plan');
    return versionAfter(first, { ...next, happened_at: first.happened_at }, `away for ${days} days`);
  };
  book.add('pathway_run', {
    ...moved('pathway_run', 'run', run),
    ...content,
    anchor_day: addDays(anchorDay, days),
  });
  for (const { first, ...step } of shiftSteps(steps, days))
    book.add('pathway_step', { ...moved('pathway_step', step.code, first), ...stepColumns(run.id, step) });
}

const stepColumns = (runId: string, { code, week, dueFrom, dueTo }: PlannedStep) => ({
  run_id: runId,
  code,
  week,
  due_from: dueFrom,
  due_to: dueTo,
});

export interface Joining {
  worker: WorkerName;
  role: TeamRole;
  from: string;
  to?: string | undefined;
  /** The one who is away. */
  insteadOf?: WorkerName;
  voice: Voice;
}

export function join(file: File, { worker, role, from, to, insteadOf, voice }: Joining): void {
  const { book, calendar } = file;
  const membership = (name: WorkerName) =>
    fact(file, 'team_membership', name, calendar.at(from), voice, 'shared-plan');
  book.add('team_membership', {
    ...membership(worker),
    role,
    worker_municipality_id: workers[worker].municipalityId,
    worker_id: workers[worker].id,
    valid_from: calendar.at(from),
    valid_to: to === undefined ? null : calendar.at(to),
    substitute_for: insteadOf === undefined ? null : membership(insteadOf).id,
  });
}
