import { anyName } from '#db/population/names.ts';
import type { Samling, Staff, Team, Writing } from '#db/population/person.ts';
import { between } from '#db/population/random.ts';
import { redDay } from '#db/population/red-days.ts';
import { clockTime, DAY, HOUR, iso, mondayBefore, plusDays } from '#db/population/time.ts';

/** A population: how many people, made from which seed, told at which moment. */
export interface Plan {
  municipalities: number;
  /** In each; one team of four for every hundred. */
  participants: number;
  seed: string;
  /** RFC 3339 */
  now: string;
}

const WORKERS = 4;
const WEEKS_BACK = 8;
const WEEKS_AHEAD = 8;
const HOURS = ['09:30', '11:30', '13:00', '17:30'] as const;
const groupTitles = [
  'Morgengruppe',
  'Lunsj',
  'Tur',
  'Trening',
  'Verksted',
  'Kveldsåpent',
  'Frokost',
] as const;

/** Neighbours by fours share their services, as the demonstration's do. */
export function furnishMunicipality(
  writing: Writing,
  plan: Plan,
  index: number,
  cooperationId: string,
): Team[] {
  const { sink, newId, nowMs } = writing;
  const since = nowMs - 900 * DAY;
  const municipalityId = newId(since);
  sink.add('municipality', { id: municipalityId, number: String(1000 + index), name: `Kommune ${index}` });
  sink.add('cooperation_grant', {
    cooperation_id: cooperationId,
    municipality_id: municipalityId,
    valid_from: '2018-01-01',
  });
  const navOrganisationId = organise(writing, municipalityId, 'nav', `NAV ${index}`);
  const teams = Math.max(1, Math.round(plan.participants / 100));
  return Array.from({ length: teams }, (_, team) =>
    furnishTeam(writing, municipalityId, navOrganisationId, `${index}-${team}`),
  );
}

function furnishTeam(
  writing: Writing,
  municipalityId: string,
  navOrganisationId: string,
  name: string,
): Team {
  const { sink, newId, nowMs } = writing;
  const organisationId = organise(writing, municipalityId, 'municipal', `Ettervern ${name}`);
  const serviceId = newId(nowMs - 900 * DAY);
  sink.add('service', {
    municipality_id: municipalityId,
    id: serviceId,
    organisation_id: organisationId,
    name: `Tjeneste ${name}`,
    neutral_name: `Kommune ${name}`,
    phone: '900 00 000',
    pathway: 'ny-start-six-weeks',
  });
  const hire = (organisation: string, roles: string[]) =>
    employ(writing, municipalityId, organisation, roles);
  const workers: [Staff, ...Staff[]] = [hire(organisationId, ['worker', 'intake'])];
  while (workers.length < WORKERS) workers.push(hire(organisationId, ['worker']));
  const peer = hire(organisationId, ['peer']);
  const organisation = { municipalityId, id: navOrganisationId, name: `NAV ${name}` };
  const nav = { ...hire(navOrganisationId, ['partner']), role: 'nav' as const, organisation };
  const service = { municipalityId, id: serviceId };
  const sessions = planWeeks(writing, service, [...workers, peer]);
  return { service, workers, peer, partnerFor: () => nav, sessions };
}

function organise(
  { sink, newId, nowMs }: Writing,
  municipalityId: string,
  kind: string,
  name: string,
): string {
  const id = newId(nowMs - 900 * DAY);
  sink.add('organisation', { municipality_id: municipalityId, id, name, kind });
  return id;
}

function employ(writing: Writing, municipalityId: string, organisationId: string, roles: string[]): Staff {
  const { sink, newId, nowMs, random } = writing;
  const id = newId(nowMs - 800 * DAY);
  const loginId = newId(nowMs - 800 * DAY);
  const name = anyName(random);
  sink.add('worker', {
    municipality_id: municipalityId,
    id,
    organisation_id: organisationId,
    name,
    phone: '900 00 000',
  });
  for (const role of roles) {
    sink.add('worker_role', {
      municipality_id: municipalityId,
      worker_id: id,
      role,
      valid_from: iso(nowMs - 800 * DAY),
    });
  }
  sink.add('login_user', { id: loginId, municipality_id: municipalityId, name, participant_id: null });
  sink.add('login_worker', { login_user_id: loginId, municipality_id: municipalityId, worker_id: id });
  return { municipalityId, id, loginId };
}

/** A group every day of the week, led in turn; they begin at the same hour in Norway all year, and not on red days. */
function planWeeks(writing: Writing, service: Team['service'], leaders: readonly Staff[]): Samling[] {
  const { sink, newId, today, random, nowMs } = writing;
  const monday = mondayBefore(today);
  const turn = between(random, 0, leaders.length - 1);
  return Array.from({ length: 7 * (WEEKS_BACK + 1 + WEEKS_AHEAD) }, (_, n) => {
    const day = plusDays(monday, n - 7 * WEEKS_BACK);
    const holiday = redDay(day);
    const startsAt = clockTime(day, HOURS[n % HOURS.length] ?? '09:30');
    const leader = leaders[(n + turn) % leaders.length] ?? leaders[0];
    if (leader === undefined) throw new Error('nobody leads');
    const id = newId(startsAt);
    sink.add('group_session', {
      municipality_id: service.municipalityId,
      id,
      service_id: service.id,
      title: groupTitles[n % groupTitles.length] ?? '',
      place: 'Samfunnshuset',
      starts_at: iso(startsAt),
      ends_at: iso(startsAt + 2 * HOUR),
      cancelled_at: holiday === undefined ? null : iso(Math.min(startsAt - 7 * DAY, nowMs)),
      cancelled_because: holiday ?? null,
      leader_municipality_id: leader.municipalityId,
      leader_worker_id: leader.id,
    });
    const byDay = n % HOURS.length !== 3;
    return {
      municipalityId: service.municipalityId,
      id,
      startsAt,
      byDay,
      leader,
      held: holiday === undefined,
    };
  });
}
