import { nyStartSixWeeks } from '#domain/pathway/ny-start.ts';
import { type PlannedStep, planSteps } from '#domain/pathway/template.ts';
import type { Day } from '#domain/time/day.ts';
import { comeToGroups } from './groups.ts';
import { by, fact, happens, own, type Person } from './person.ts';
import { pick } from './random.ts';
import { workdayFrom } from './red-days.ts';
import { holds, nextPlaces } from './sentences.ts';
import type { Spell } from './standing.ts';
import { clockTime, iso } from './time.ts';
import { beWithThem } from './visits.ts';
import { goThroughWeeks } from './weeks.ts';

/** One stay in the service, from being taken in to its end or today. */
export function writeSpell(person: Person, spell: Spell): void {
  const enrolmentId = enrol(person, spell);
  if (spell.first === 'declined') return;
  gatherTeam(person, spell);
  if (spell.first === 'asked') return;
  if (spell.anchor !== undefined && spell.run) {
    startRun(person, spell, enrolmentId, spell.anchor);
    goThroughWeeks(person, spell, spell.anchor);
  }
  beWithThem(person, spell);
  comeToGroups(person, spell);
}

function enrol(person: Person, spell: Spell): string {
  const { service } = person.team;
  const enrolmentId = fact(person, 'enrolment', spell.enrolledAt, by(person.worker), {
    service_municipality_id: service.municipalityId,
    service_id: service.id,
  });
  const turn = (state: string, at: number) =>
    fact(person, 'enrolment_state', at, by(person.worker), {
      enrolment_id: enrolmentId,
      state,
      ended_because: state === 'ended' ? (spell.because ?? 'reached') : null,
      next_place:
        state === 'ended' && spell.because === 'other-service'
          ? pick(person.writing.random, nextPlaces)
          : null,
    });
  turn(spell.first, spell.enrolledAt);
  if (spell.anchor !== undefined)
    turn(spell.mapping ? 'mapping' : 'active', clockTime(workdayFrom(spell.anchor), '09:00'));
  if (spell.pausedAt !== undefined) pause(person, spell.pausedAt, turn);
  if (spell.endedAt !== undefined) turn('ended', spell.endedAt);
  return enrolmentId;
}

/** On hold, never closed; why is for the closest few alone. */
function pause(person: Person, at: number, turn: (state: string, at: number) => string): void {
  turn('paused', at);
  fact(person, 'relapse_note', at, by(person.worker), {
    kind: 'on-hold',
    session_municipality_id: null,
    session_id: null,
    words: pick(person.writing.random, holds),
  });
}

function gatherTeam(person: Person, { enrolledAt, endedAt }: Spell): void {
  const join = (role: string, { municipalityId, id }: Person['worker']) =>
    fact(person, 'team_membership', enrolledAt, own(person, 'shared-plan'), {
      role,
      worker_municipality_id: municipalityId,
      worker_id: id,
      valid_from: iso(enrolledAt),
      valid_to: endedAt === undefined ? null : iso(endedAt),
      substitute_for: null,
    });
  join('contact-person', person.worker);
  if (happens(person, 0.35, 0.15)) join('peer', person.team.peer);
}

const plans = new Map<Day, PlannedStep[]>();
const planFrom = (anchor: Day): PlannedStep[] => {
  const known = plans.get(anchor) ?? planSteps(nyStartSixWeeks, anchor);
  plans.set(anchor, known);
  return known;
};

function startRun(person: Person, { enrolledAt }: Spell, enrolmentId: string, anchor: Day): void {
  const runId = fact(person, 'pathway_run', enrolledAt, by(person.worker), {
    enrolment_id: enrolmentId,
    template: nyStartSixWeeks.code,
    template_version: nyStartSixWeeks.version,
    anchor_day: anchor,
  });
  for (const { code, week, dueFrom, dueTo } of planFrom(anchor)) {
    fact(person, 'pathway_step', enrolledAt, by(person.worker), {
      run_id: runId,
      code,
      week,
      due_from: dueFrom,
      due_to: dueTo,
    });
  }
}
