import { between, pick } from '#db/demo/random.ts';
import { nyStartSixWeeks } from '#domain/pathway/ny-start.ts';
import { type PlannedStep, planSteps } from '#domain/pathway/template.ts';
import { addDays, type Day, mondayOf } from '#domain/time/day.ts';
import { DAY_MS, iso, type Team, type Writing } from './house.ts';
import { byWorker, correction, fact, own, type Person, setClocks, sometime, welcome } from './person.ts';
import * as words from './words.ts';

type Place = 'asked' | 'waiting' | 'on-the-way' | 'afterwards' | 'paused' | 'ended';

/** Where people stand, in a hundred: most have been through their six weeks, a quarter are on the way. */
const standing: readonly Place[] = [
  ...Array.from({ length: 2 }, () => 'asked' as const),
  ...Array.from({ length: 8 }, () => 'waiting' as const),
  ...Array.from({ length: 25 }, () => 'on-the-way' as const),
  ...Array.from({ length: 45 }, () => 'afterwards' as const),
  ...Array.from({ length: 5 }, () => 'paused' as const),
  ...Array.from({ length: 15 }, () => 'ended' as const),
];

/** One participant's way so far: about 22 facts on average. */
export function writeWay(writing: Writing, team: Team, turn: number): void {
  const { random, nowMs } = writing;
  const place = standing[Math.floor(random() * standing.length)] ?? 'afterwards';
  const recent = place === 'asked' ? 3 : place === 'waiting' ? 20 : place === 'on-the-way' ? 50 : 540;
  const askedAt = nowMs - (place === 'asked' ? random() : between(random, 2, recent)) * DAY_MS;
  const worker = team.workers[turn % team.workers.length] ?? team.peer;
  const person = welcome(writing, team, worker, askedAt);
  const enquired = enquire(person, place);
  if (place !== 'asked') {
    const enrolmentId = enrol(person, place, enquired);
    if (place === 'on-the-way' || random() < 0.08)
      goThroughWeeks(person, enrolmentId, place === 'paused' || place === 'ended');
    makePlan(person);
    followUp(person);
  }
  setClocks(person);
}

function enquire(person: Person, place: Place): number {
  const { random, nowMs } = person.writing;
  const { municipalityId, serviceId } = person.team;
  const at = person.askedAt;
  const enquiryId = fact(person, 'enquiry', at, byWorker(person.worker, 'health-record'), {
    service_municipality_id: municipalityId,
    service_id: serviceId,
    source: pick(random, ['self', 'family', 'nav', 'dps', 'gp', 'street']),
    words: pick(random, words.enquiryWords),
  });
  const answered = place !== 'asked' || random() < 0.5;
  const answeredAt = Math.min(at + between(random, 1, 8) * 3_600_000, nowMs - 60_000);
  if (answered) {
    fact(person, 'enquiry_answer', answeredAt, byWorker(person.worker, 'health-record'), {
      enquiry_id: enquiryId,
      words: pick(random, words.answerWords),
      session_municipality_id: null,
      session_id: null,
    });
  }
  person.clockFacts.enquiries.push({ id: enquiryId, happenedAt: iso(at), answered });
  return answeredAt;
}

const statesOf: Record<Exclude<Place, 'asked'>, string[]> = {
  waiting: ['waiting'],
  'on-the-way': ['waiting', 'active'],
  afterwards: ['active'],
  paused: ['active', 'paused'],
  ended: ['active', 'ended'],
};

function enrol(person: Person, place: Exclude<Place, 'asked'>, at: number): string {
  const { random } = person.writing;
  const { municipalityId, serviceId, peer } = person.team;
  const voice = byWorker(person.worker, 'health-record');
  const enrolmentId = fact(person, 'enrolment', at + DAY_MS, voice, {
    service_municipality_id: municipalityId,
    service_id: serviceId,
  });
  statesOf[place].forEach((state, n) => {
    fact(person, 'enrolment_state', at + (1 + 2 * n) * DAY_MS, voice, {
      enrolment_id: enrolmentId,
      state,
      ended_because: state === 'ended' ? 'reached' : null,
      next_place: null,
    });
  });
  const beside = [
    { role: 'contact-person', worker: person.worker },
    ...(random() < 0.15 ? [{ role: 'peer', worker: peer }] : []),
  ];
  for (const { role, worker } of beside) {
    fact(person, 'team_membership', at + DAY_MS, own(person), {
      role,
      worker_municipality_id: municipalityId,
      worker_id: worker.id,
      valid_from: iso(at + DAY_MS),
      valid_to: null,
      substitute_for: null,
    });
  }
  return enrolmentId;
}

const plans = new Map<Day, PlannedStep[]>();
const planFrom = (anchor: Day): PlannedStep[] => {
  const known = plans.get(anchor) ?? planSteps(nyStartSixWeeks, anchor);
  plans.set(anchor, known);
  return known;
};

function goThroughWeeks(person: Person, enrolmentId: string, waits: boolean): void {
  const { random, today } = person.writing;
  const voice = byWorker(person.worker, 'health-record');
  const anchor = addDays(mondayOf(today), -7 * between(random, 0, 5));
  const started = Math.max(person.askedAt, Date.parse(anchor));
  const runId = fact(person, 'pathway_run', started, voice, {
    enrolment_id: enrolmentId,
    template: nyStartSixWeeks.code,
    template_version: nyStartSixWeeks.version,
    anchor_day: anchor,
  });
  for (const { code, week, dueFrom, dueTo } of planFrom(anchor)) {
    const stepId = fact(person, 'pathway_step', started, voice, {
      run_id: runId,
      code,
      week,
      due_from: dueFrom,
      due_to: dueTo,
    });
    const completed = dueTo < today ? random() < 0.9 : dueFrom <= today && random() < 0.4;
    if (completed) {
      const actId = person.writing.newId(Date.parse(dueFrom));
      fact(person, 'step_completion', Date.parse(dueFrom), voice, {
        step_id: stepId,
        act_kind: 'contact',
        act_id: actId,
      });
    }
    person.clockFacts.steps.push({ id: stepId, dueFrom, dueTo, completed, waits });
  }
}

function makePlan(person: Person): void {
  const { random } = person.writing;
  const statementId = fact(person, 'statement', sometime(person), own(person), {
    words: pick(random, words.statementWords),
  });
  if (random() < 0.7) {
    fact(person, 'statement_rating', sometime(person), own(person), {
      statement_id: statementId,
      rating: between(random, 0, 10),
    });
  }
  const [wanted, present, ways] = words.gapWords;
  const goalId = fact(person, 'goal', sometime(person), own(person), {
    title: pick(random, words.goalTitles),
    wanted,
    present,
    ways,
  });
  for (let n = between(random, 1, 3); n > 0; n -= 1) act(person, goalId);
  if (random() < 0.7) {
    fact(person, 'acknowledgement', sometime(person), own(person), {
      code: 'confidentiality-and-group-rules',
      text_version: 1,
      signed_name: 'Synthetic Participant',
      words: 'Jeg har fått vite hva som gjelder i gruppa, og det som sies her, blir her.',
    });
  }
  if (random() < 0.3) {
    fact(person, 'crisis_plan', sometime(person), own(person), {
      signs: 'Jeg slutter å svare.',
      helps: 'En tur ut.',
      call: 'Kontaktpersonen min',
    });
  }
  if (random() < 0.3) share(person);
  if (random() < 0.25) meet(person);
}

function act(person: Person, goalId: string): void {
  const { random, today } = person.writing;
  const doer = random() < 0.4 ? 'worker' : 'participant';
  const dueDay = random() < 0.5 ? addDays(today, between(random, -20, 40)) : null;
  const actionId = fact(person, 'action', sometime(person), own(person), {
    goal_id: goalId,
    title: pick(random, words.actionTitles),
    doer,
    worker_municipality_id: doer === 'worker' ? person.team.municipalityId : null,
    worker_id: doer === 'worker' ? person.worker.id : null,
    due_day: dueDay,
  });
  const done = dueDay !== null && dueDay < today ? random() < 0.85 : random() < 0.3;
  if (done) fact(person, 'action_completion', sometime(person), own(person), { action_id: actionId });
  person.clockFacts.actions.push({ id: actionId, doer, dueDay, done });
}

function share(person: Person): void {
  const at = sometime(person);
  fact(person, 'consent', at, own(person), {
    recipient_municipality_id: person.team.municipalityId,
    recipient_organisation_id: person.team.navOrganisationId,
    topics: ['goals', 'actions', 'meeting'],
    valid_from: iso(at),
    valid_to: null,
    words: 'NAV kan se mål, avtaler og møter, til jeg sier stopp.',
  });
}

/** Called, then held: the second version supersedes the first. */
function meet(person: Person): void {
  const { random, today, nowMs } = person.writing;
  const voice = byWorker(person.worker, 'health-record');
  const called = sometime(person);
  const startsAt = called + between(random, 5, 20) * DAY_MS;
  const content = {
    kind: 'responsibility-group',
    place: 'NAV',
    starts_at: iso(startsAt),
    own_agenda: 'Bolig, og hvem som gjør hva.',
    summoned_at: iso(called),
  };
  const meetingId = fact(person, 'meeting', called, voice, { ...content, held_at: null });
  if (startsAt > nowMs) return;
  correction(person, 'meeting', startsAt, voice, { ...content, held_at: iso(startsAt) }, meetingId);
  const dueDay = addDays(today, between(random, -3, 20));
  const decisionId = fact(person, 'decision', startsAt, voice, {
    meeting_id: meetingId,
    words: pick(random, words.decisionWords),
    doer: 'worker',
    worker_municipality_id: person.team.municipalityId,
    worker_id: person.team.nav.id,
    due_day: dueDay,
  });
  person.clockFacts.decisions.push({ id: decisionId, doer: 'worker', dueDay, kept: false });
}

function followUp(person: Person): void {
  const { random } = person.writing;
  const { municipalityId, sessions } = person.team;
  const voice = byWorker(person.worker, 'health-record');
  for (let n = between(random, 1, 3); n > 0; n -= 1) {
    const at = sometime(person);
    const content = {
      kind: pick(random, ['home', 'phone', 'walk', 'talk', 'message']),
      note: pick(random, words.contactNotes),
      next_step: random() < 0.2 ? 'Ringe på fredag' : null,
    };
    const contactId = fact(person, 'contact', at, voice, content);
    if (random() < 0.03)
      correction(person, 'contact', at, voice, { ...content, note: 'Rettet: det var onsdag.' }, contactId);
  }
  const from = between(random, 0, 40);
  for (let n = between(random, 1, 3); n > 0; n -= 1) {
    const session = sessions[from + n];
    if (session === undefined || session.startsAt > person.writing.nowMs) continue;
    fact(person, 'attendance', session.startsAt, voice, {
      session_municipality_id: municipalityId,
      session_id: session.id,
      answer: random() < 0.85 ? 'came' : 'did-not-come',
    });
  }
  if (random() < 0.05) {
    fact(person, 'relapse_note', sometime(person), own(person), {
      kind: 'relapse',
      session_municipality_id: null,
      session_id: null,
      words: null,
    });
  }
}
