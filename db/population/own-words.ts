import { by, fact, happens, inTurn, longAgo, own, type Person } from './person.ts';
import { between, pick } from './random.ts';
import {
  areas,
  areaWords,
  helperActions,
  howToMeet,
  viewWords,
  wishInstead,
  wishReasons,
  wishReasonWords,
} from './sentences.ts';
import { clockTime, DAY, dayAt, HOUR, plusDays } from './time.ts';

/** What matters and how it goes, strengths before needs, the wheel, wishes, and the goal with who does what. */
export function writeOwnWords(person: Person, from: number, until: number): void {
  const { random } = person.writing;
  const { says, goodAt, helped, wish } = person.voice;
  const statementId = fact(person, 'statement', Math.min(from + HOUR, until), own(person), { words: says });
  rate(person, statementId, from, until);
  if (happens(person, 0.85)) strength(person, from, 'good-at', goodAt);
  if (happens(person, 0.7)) strength(person, from, 'has-helped', helped);
  if (happens(person, 0.25)) strength(person, from, 'how-to-meet-me', pick(random, howToMeet));
  if (happens(person, 0.25))
    strength(
      person,
      from,
      'who-is-there',
      pick(random, ['Broren min', 'En nabo', 'Gjengen på søndag'] as const),
    );
  if (happens(person, 0.45, 0.04)) turnTheWheel(person, from, until);
  if (happens(person, 0.75, 0.06)) wishFor(person, wish, from, until);
  // In the six weeks somebody owes them a goal, and long ago it was written.
  const owed = person.rows.has('pathway_run') && longAgo(person, from);
  if (until - from > DAY && (happens(person, 0.95, 0.85) || owed)) plan(person, from, until);
}

const strength = (person: Person, from: number, kind: string, words: string): string =>
  fact(person, 'strength', from + 2 * HOUR, own(person), { kind, words });

function rate(person: Person, statementId: string, from: number, until: number): void {
  const { random, detail } = person.writing;
  let rating = between(random, 1, 5);
  for (let at = from + 2 * HOUR; at <= until; at += between(random, 6, 24) * DAY) {
    fact(person, 'statement_rating', at, own(person), { statement_id: statementId, rating });
    // Up more often than down, and never in a straight line.
    rating = Math.min(9, Math.max(0, rating + between(random, -2, 2) + (random() < 0.4 ? 1 : 0)));
    if (detail === 'lean') return;
  }
}

/** Not every part of life every time: what one wants to talk about. */
function turnTheWheel(person: Person, from: number, until: number): void {
  const { random, newId } = person.writing;
  const day = plusDays(dayAt(from), between(random, 2, 20));
  for (const at of [clockTime(day, '13:30'), clockTime(plusDays(day, 60), '13:30')]) {
    if (at > until) return;
    const talkId = newId(at);
    for (const area of areas) {
      if (random() < 0.45) continue;
      const words = random() < 0.5 ? pick(random, areaWords[area] ?? ['']) : null;
      const rating = words !== null && random() < 0.2 ? null : between(random, 1, 9);
      fact(person, 'life_area_rating', at, own(person), {
        area,
        rating,
        words: words === '' ? null : words,
        talk_id: talkId,
      });
    }
  }
}

/** Asked for; given, not given, later, or something else instead – and whether that was wanted. */
function wishFor(person: Person, words: string, from: number, until: number): void {
  const { random } = person.writing;
  const at = from + between(random, 1, 9) * DAY;
  if (at > until) return;
  const wishId = fact(person, 'wish', at, own(person), {
    words,
    life_area: null,
    worker_municipality_id: null,
    worker_id: null,
  });
  const answeredAt = inTime(person, at + between(random, 1, 12) * DAY, until);
  if (answeredAt > until || (random() < 0.15 && !longAgo(person, answeredAt))) return;
  const first = inTurn(person, ['given', 'other-instead', 'not-given', 'later']);
  const firstId = answer(person, wishId, answeredAt, first);
  // A later is taken up again on its day, or before they part.
  const again = inTime(person, answeredAt + LATER_DAYS * DAY, until);
  const anew = first === 'later' && again <= until && (random() < 0.85 || longAgo(person, again));
  const outcome = anew ? inTurn(person, ['given', 'other-instead']) : first;
  const answerId = anew ? answer(person, wishId, again, outcome) : firstId;
  const latest = anew ? again : answeredAt;
  if (outcome === 'not-given' || outcome === 'later' || random() < 0.3) return;
  const wanted = outcome === 'given' ? 'yes' : inTurn(person, ['partly', 'no', 'yes']);
  fact(person, 'wish_view', Math.min(latest + 2 * DAY, until), own(person), {
    wish_answer_id: answerId,
    wanted,
    words: wanted === 'yes' ? null : pick(random, viewWords),
  });
}

const LATER_DAYS = 60;

/** Of what is owed to somebody who has left us long ago, the last is done before they part. */
const inTime = (person: Person, at: number, until: number): number =>
  at > until && longAgo(person, until) ? until : at;

function answer(
  person: Person,
  wishId: string,
  at: number,
  outcome: 'given' | 'other-instead' | 'not-given' | 'later',
): string {
  const { random } = person.writing;
  return fact(person, 'wish_answer', at, by(person.worker, 'shared-plan'), {
    wish_id: wishId,
    outcome,
    reason: outcome === 'given' ? null : pick(random, wishReasons),
    reason_words: outcome === 'given' ? null : pick(random, wishReasonWords),
    instead: outcome === 'other-instead' ? pick(random, wishInstead) : null,
    until_day: outcome === 'later' ? plusDays(dayAt(at), LATER_DAYS) : null,
  });
}

function plan(person: Person, from: number, until: number): void {
  const { random } = person.writing;
  const { goal, doing } = person.voice;
  // In the six weeks the first goal is step one, on the Tuesday of the first week.
  const anchor = person.rows.get('pathway_run')?.[0]?.['anchor_day'];
  const mapped =
    typeof anchor === 'string'
      ? clockTime(plusDays(anchor as ReturnType<typeof dayAt>, 1), '13:00')
      : from + 4 * DAY;
  if (mapped > until) return;
  const goalId = fact(person, 'goal', mapped, own(person, 'shared-plan'), { ...goal, life_area: null });
  const ownDone = mapped + between(random, 3, 20) * DAY;
  act(
    person,
    goalId,
    mapped,
    { title: doing, doer: 'participant', dueDay: null },
    ownDone <= until && random() < 0.7 ? ownDone : undefined,
  );
  if (happens(person, 0.6, 0.4)) {
    const due = mapped + between(random, 7, 21) * DAY;
    // Some of what we promise comes late, and some is not done.
    const done = inTime(person, random() < 0.75 ? due - DAY : due + 4 * DAY, until);
    const helper = { title: pick(random, helperActions), doer: 'worker' as const, dueDay: dayAt(due) };
    act(
      person,
      goalId,
      mapped,
      helper,
      done <= until && (random() < 0.93 || longAgo(person, done)) ? done : undefined,
    );
  }
  const closed = mapped + between(random, 40, 120) * DAY;
  if (closed <= until && random() < 0.4)
    fact(person, 'goal_closure', closed, own(person, 'shared-plan'), {
      goal_id: goalId,
      outcome: inTurn(person, ['reached', 'not-wanted', 'reached']),
    });
}

function act(
  person: Person,
  goalId: string,
  at: number,
  { title, doer, dueDay }: { title: string; doer: 'participant' | 'worker'; dueDay: string | null },
  doneAt: number | undefined,
): void {
  const { worker } = person;
  const actionId = fact(person, 'action', at, own(person, 'shared-plan'), {
    goal_id: goalId,
    title,
    doer,
    worker_municipality_id: doer === 'worker' ? worker.municipalityId : null,
    worker_id: doer === 'worker' ? worker.id : null,
    due_day: dueDay,
  });
  if (doneAt === undefined) return;
  const saying = doer === 'worker' ? by(worker, 'shared-plan') : own(person, 'shared-plan');
  fact(person, 'action_completion', doneAt, saying, { action_id: actionId });
}
