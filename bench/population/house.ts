import { Temporal } from 'temporal-polyfill';
import { between, pick, type Random } from '#db/demo/random.ts';
import { addDays, type Day, dayOf, mondayOf } from '#domain/time/day.ts';
import type { idsFrom } from './ids.ts';
import type { Sheet } from './sheet.ts';
import { familyNames, givenNames, groupTitles } from './words.ts';

/** A population: how many people, made from which seed, told at which moment. */
export interface Plan {
  municipalities: number;
  /** In each; one team of four for every hundred. */
  participants: number;
  seed: string;
  /** RFC 3339 */
  now: string;
}

export interface Writing {
  sheet: Sheet;
  random: Random;
  newId: ReturnType<typeof idsFrom>;
  nowMs: number;
  today: Day;
}

export interface Staff {
  id: string;
  loginId: string;
}

/** One service with the four who work in it, a peer, and the partner in NAV. */
export interface Team {
  municipalityId: string;
  serviceId: string;
  workers: Staff[];
  peer: Staff;
  nav: Staff;
  navOrganisationId: string;
  sessions: { id: string; startsAt: number }[];
}

const WORKERS = 4;
const WEEKS_BACK = 8;
const WEEKS_AHEAD = 5;
const HOURS = ['09:30', '11:30', '13:00', '17:30'] as const;
export const DAY_MS = 86_400_000;
export const iso = (ms: number): string => new Date(ms).toISOString();

/** Neighbours by fours share their services, as the demonstration's do. */
export function furnishMunicipality(
  writing: Writing,
  plan: Plan,
  index: number,
  cooperationId: string,
): Team[] {
  const { sheet, newId, nowMs } = writing;
  const since = nowMs - 900 * DAY_MS;
  const municipalityId = newId(since);
  sheet.add('municipality', { id: municipalityId, number: String(1000 + index), name: `Kommune ${index}` });
  sheet.add('cooperation_grant', {
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
  const { sheet, newId, nowMs } = writing;
  const organisationId = organise(writing, municipalityId, 'municipal', `Ettervern ${name}`);
  const serviceId = newId(nowMs - 900 * DAY_MS);
  sheet.add('service', {
    municipality_id: municipalityId,
    id: serviceId,
    organisation_id: organisationId,
    name: `Tjeneste ${name}`,
    neutral_name: `Kommune ${name}`,
    phone: '51 00 00 00',
    pathway: 'ny-start-six-weeks',
  });
  const hire = (organisation: string, roles: string[]) =>
    employ(writing, municipalityId, organisation, roles);
  const workers = Array.from({ length: WORKERS }, (_, n) =>
    hire(organisationId, n === 0 ? ['worker', 'intake'] : ['worker']),
  );
  const peer = hire(organisationId, ['peer']);
  const nav = hire(navOrganisationId, ['partner']);
  const sessions = planWeeks(writing, municipalityId, serviceId, [...workers, peer]);
  return { municipalityId, serviceId, workers, peer, nav, navOrganisationId, sessions };
}

function organise(
  { sheet, newId, nowMs }: Writing,
  municipalityId: string,
  kind: string,
  name: string,
): string {
  const id = newId(nowMs - 900 * DAY_MS);
  sheet.add('organisation', { municipality_id: municipalityId, id, name, kind });
  return id;
}

function employ(writing: Writing, municipalityId: string, organisationId: string, roles: string[]): Staff {
  const { sheet, newId, nowMs, random } = writing;
  const id = newId(nowMs - 800 * DAY_MS);
  const loginId = newId(nowMs - 800 * DAY_MS);
  const name = `${pick(random, givenNames)} ${pick(random, familyNames)}`;
  sheet.add('worker', {
    municipality_id: municipalityId,
    id,
    organisation_id: organisationId,
    name,
    phone: '900 00 000',
  });
  for (const role of roles) {
    sheet.add('worker_role', {
      municipality_id: municipalityId,
      worker_id: id,
      role,
      valid_from: iso(nowMs - 800 * DAY_MS),
    });
  }
  sheet.add('login_user', { id: loginId, municipality_id: municipalityId, name, participant_id: null });
  sheet.add('login_worker', { login_user_id: loginId, municipality_id: municipalityId, worker_id: id });
  return { id, loginId };
}

/** A group every day of the week, led in turn; they begin at the same hour in Norway all year. */
function planWeeks(
  writing: Writing,
  municipalityId: string,
  serviceId: string,
  leaders: Staff[],
): Team['sessions'] {
  const { sheet, newId, today, random } = writing;
  const monday = mondayOf(today);
  const turn = between(random, 0, leaders.length - 1);
  return Array.from({ length: 7 * (WEEKS_BACK + 1 + WEEKS_AHEAD) }, (_, n) => {
    const startsAt = startingAt(addDays(monday, n - 7 * WEEKS_BACK), HOURS[n % HOURS.length] ?? '09:30');
    const id = newId(startsAt);
    sheet.add('group_session', {
      municipality_id: municipalityId,
      id,
      service_id: serviceId,
      title: groupTitles[n % groupTitles.length] ?? '',
      place: 'Samfunnshuset',
      starts_at: iso(startsAt),
      ends_at: iso(startsAt + 2 * 3_600_000),
      leader_municipality_id: municipalityId,
      leader_worker_id: leaders[(n + turn) % leaders.length]?.id ?? null,
    });
    return { id, startsAt };
  });
}

const starts = new Map<string, number>();
function startingAt(day: Day, time: string): number {
  const written = `${day}T${time}`;
  const known =
    starts.get(written) ??
    Temporal.PlainDateTime.from(written).toZonedDateTime('Europe/Oslo').epochMilliseconds;
  starts.set(written, known);
  return known;
}

export const todayOf = (now: string): Day => dayOf(now);
