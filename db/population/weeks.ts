import type { Day } from '#domain/time/day.ts';
import { by, correction, fact, happens, longAgo, own, type Person } from './person.ts';
import { pick } from './random.ts';
import { workdayFrom } from './red-days.ts';
import { agendas, crisisPlans, decisions, ownDecisions, reviews, talkNotes, told } from './sentences.ts';
import type { Spell } from './standing.ts';
import { clockTime, DAY, HOUR, iso, plusDays } from './time.ts';

/** When a step was taken; undefined when its day has not come, or nobody has taken it. */
type Taken = (week: number, day: number, time: string) => number | undefined;

/** What the six weeks have brought so far; the goal of week one is among their own words. */
export function goThroughWeeks(person: Person, spell: Spell, anchor: Day): void {
  const { random } = person.writing;
  const taken: Taken = (week, day, time) => {
    const at = clockTime(workdayFrom(plusDays(anchor, 7 * (week - 1) + day)), time);
    return at <= spell.until && (random() < 0.72 || longAgo(person, at)) ? at : undefined;
  };
  explain(person, taken(1, 0, '11:45'));
  gather(person, taken(2, 0, '11:00'), spell);
  for (const [code, week, day, time, kind] of talks) {
    const at = taken(week, day, time);
    const note = pick(random, talkNotes[code]);
    if (at !== undefined) fact(person, 'contact', at, by(person.worker), { kind, note, next_step: null });
  }
  const planned = taken(2, 2, '12:30');
  // One each: somebody who comes back has the plan they made.
  if (planned !== undefined && !person.rows.has('crisis_plan'))
    fact(person, 'crisis_plan', planned, own(person), pick(random, crisisPlans));
  meet(person, anchor, taken);
  const over = clockTime(plusDays(anchor, 43), '13:00');
  if (over <= spell.until && happens(person, 0.7)) lookBack(person, over);
}

const talks = [
  ['follow-up-talk', 2, 1, '13:10', 'talk'],
  ['individual-talk', 3, 1, '13:00', 'talk'],
  ['call-consultant', 4, 0, '10:00', 'consultant-call'],
  ['evaluation-talk', 5, 1, '13:00', 'talk'],
] as const;

/** Everybody hears the rules of the group and signs; the rest is told by those who have the time. */
function explain(person: Person, at: number | undefined): void {
  if (at === undefined) return;
  for (const code of Object.keys(told) as (keyof typeof told)[]) {
    const rules = code === 'confidentiality-and-group-rules';
    if (!rules && !happens(person, 0.7, 0.04)) continue;
    const { givenName, familyName } = person.named;
    fact(person, 'acknowledgement', at, own(person, 'shared-plan'), {
      code,
      text_version: 1,
      words: told[code],
      signed_name: rules ? `${givenName} ${familyName}` : null,
    });
  }
}

function gather(person: Person, at: number | undefined, { endedAt }: Spell): void {
  if (at === undefined) return;
  const partner = person.team.partnerFor(person.municipalityId);
  fact(person, 'team_membership', at, own(person, 'shared-plan'), {
    role: partner.role,
    worker_municipality_id: partner.municipalityId,
    worker_id: partner.id,
    valid_from: iso(at),
    valid_to: endedAt === undefined ? null : iso(endedAt),
    substitute_for: null,
  });
}

/** Called, prepared with the participant's own agenda, and held; each a version of the one before. */
function meet(person: Person, anchor: Day, taken: Taken): void {
  const { random } = person.writing;
  const called = taken(4, 0, '10:30');
  if (called === undefined) return;
  const startsAt = clockTime(workdayFrom(plusDays(anchor, 36)), '12:00');
  const content = {
    kind: 'responsibility-group',
    place: pick(random, ['Bryne', 'Nærbø', 'Kleppe', 'Ålgård', 'NAV'] as const),
    starts_at: iso(startsAt),
    summoned_at: iso(called),
  };
  const id = fact(person, 'meeting', called, by(person.worker, 'shared-plan'), {
    ...content,
    own_agenda: null,
    held_at: null,
  });
  const prepared = taken(5, 2, '13:20');
  const held = taken(6, 1, '12:00');
  const own_agenda = prepared === undefined ? null : pick(random, agendas);
  let before = { factId: id, id, version: 1 };
  if (prepared !== undefined) {
    const next = { ...content, own_agenda, held_at: null };
    const secondId = correction(person, 'meeting', prepared, own(person, 'shared-plan'), next, {
      ...before,
      reason: 'forberedt',
    });
    before = { factId: id, id: secondId, version: 2 };
  }
  if (held === undefined) return;
  const next = { ...content, own_agenda, held_at: iso(held) };
  correction(person, 'meeting', held, by(person.worker, 'shared-plan'), next, { ...before, reason: 'holdt' });
  for (const doer of ['worker', 'participant'] as const) promise(person, id, held, doer);
}

/** Most promises are kept; some late, some not. */
function promise(person: Person, meetingId: string, at: number, doer: 'worker' | 'participant'): void {
  const { random, nowMs } = person.writing;
  const due = at + 7 * DAY;
  const decisionId = fact(person, 'decision', at, by(person.worker, 'shared-plan'), {
    meeting_id: meetingId,
    words: pick(random, doer === 'worker' ? decisions : ownDecisions),
    doer,
    worker_municipality_id: doer === 'worker' ? person.worker.municipalityId : null,
    worker_id: doer === 'worker' ? person.worker.id : null,
    due_day: iso(due).slice(0, 10),
  });
  const kept = due + (random() < 0.75 ? -DAY : 3 * DAY) + HOUR;
  if (kept > nowMs - DAY || (random() < 0.08 && !longAgo(person, due))) return;
  fact(person, 'decision_kept', kept, by(person.worker, 'shared-plan'), { decision_id: decisionId });
}

function lookBack(person: Person, at: number): void {
  const { changed, helped, wayOn } = pick(person.writing.random, reviews);
  const runId = person.rows.get('pathway_run')?.at(-1)?.['id'];
  const together = happens(person, 0.6);
  fact(person, 'review', at, own(person), {
    run_id: typeof runId === 'string' ? runId : null,
    changed,
    helped,
    way_on: wayOn,
    with_municipality_id: together ? person.worker.municipalityId : null,
    with_worker_id: together ? person.worker.id : null,
  });
}
