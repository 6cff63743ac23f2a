import { addDays, type Day, dayOf } from '../time/day.ts';
import type { LookRule, RuleSettings } from './rules.ts';

/** One look-up as the rules see it: ids and times, never what was seen. Lists one's own people stand on are left out. */
export interface Look {
  number: number;
  /** RFC 3339 */
  at: string;
  login: string;
  action: 'read' | 'change' | 'search' | 'emergency';
  people: readonly { id: string; shown: boolean }[];
}

export interface Looker {
  familyName: string;
  organisations: readonly string[];
  /** Only those who look at work are watched: a participant's and a relative's own looking is theirs. */
  atWork: boolean;
  /** The participant they are themself, if they are one. */
  participantId: string | null;
}

export interface Person {
  municipalityId: string;
  familyName: string;
  /** The organisations where the participant works, if they are also somebody's colleague. */
  worksIn: readonly string[];
}

/** What one login has had to do with one person lately. */
export interface Dealings {
  /** The days on which they looked. */
  days: readonly Day[];
  /** When they last wrote or changed something; null when they never have. */
  lastAct: Day | null;
  /** Among the person's own people, who may look without leaving anything behind. */
  beside: boolean;
}

export interface Known {
  lookers: ReadonlyMap<string, Looker>;
  people: ReadonlyMap<string, Person>;
  /** By `dealingsKey`. */
  dealings: ReadonlyMap<string, Dealings>;
  settingsOf: (municipalityId: string) => RuleSettings;
  /** Look-ups up to this number have been gone through before; they count in a burst and raise nothing by themselves. */
  after: number;
}

export interface Finding {
  rule: LookRule;
  login: string;
  /** Where the people belong: that municipality asks. */
  municipalityId: string;
  people: string[];
  from: string;
  to: string;
  lookUps: number;
  /** The same finding made again has the same key. */
  key: string;
}

export const dealingsKey = (login: string, person: string): string => `${login} ${person}`;

/** Everything unusual among these look-ups, which come in the order of time. */
export function unusual(looks: readonly Look[], known: Known): Finding[] {
  const watched = looks.filter(({ login }) => known.lookers.get(login)?.atWork === true);
  const fresh = watched.filter(({ number }) => number > known.after);
  return [
    ...together(fresh.flatMap((look) => pairFindings(look, known))),
    ...together(fresh.flatMap((look) => nightFindings(look, known))),
    ...bursts(watched, known, 'volume', (person) => person.shown),
    ...bursts(watched, known, 'refused', (person) => !person.shown),
  ];
}

/** Those with one key are one finding. */
function together(findings: readonly Finding[]): Finding[] {
  const byKey = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.login} ${finding.municipalityId} ${finding.key}`;
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? finding : merged(before, finding));
  }
  return [...byKey.values()];
}

const merged = (a: Finding, b: Finding): Finding => ({
  ...a,
  people: [...new Set([...a.people, ...b.people])].toSorted(),
  from: [a.from, b.from].toSorted()[0] ?? a.from,
  to: [a.to, b.to].toSorted()[1] ?? a.to,
  lookUps: a.lookUps + b.lookUps,
});

/** What is unusual about who looks at whom. */
function pairFindings(look: Look, known: Known): Finding[] {
  const looker = known.lookers.get(look.login);
  if (looker === undefined || look.action === 'search') return [];
  return look.people.flatMap(({ id, shown }) => {
    const person = known.people.get(id);
    if (person === undefined || !shown || looker.participantId === id) return [];
    const settings = known.settingsOf(person.municipalityId);
    const rules: LookRule[] = [];
    if (settings['same-family-name'].on && sameName(looker.familyName, person.familyName))
      rules.push('same-family-name');
    if (settings.colleague.on && person.worksIn.some((place) => looker.organisations.includes(place)))
      rules.push('colleague');
    if (settings['without-act'].on && looksOnly(look, id, known, settings)) rules.push('without-act');
    // Once a month: who has said why is not asked the same every day.
    return rules.map((rule) => ({
      ...findingOf(rule, look, person, [id]),
      key: `${id} ${dayOf(look.at).slice(0, 7)}`,
    }));
  });
}

const sameName = (a: string, b: string): boolean => a !== '' && a.toLowerCase() === b.toLowerCase();

/** Comes back day after day, and leaves nothing behind. */
function looksOnly(look: Look, id: string, known: Known, settings: RuleSettings): boolean {
  const dealings = known.dealings.get(dealingsKey(look.login, id));
  if (dealings === undefined || dealings.beside || look.action === 'emergency') return false;
  const { limit, within } = settings['without-act'];
  const since = addDays(dayOf(look.at), -within);
  const acted = look.action === 'change' || (dealings.lastAct !== null && dealings.lastAct >= since);
  return !acted && dealings.days.filter((day) => day >= since).length >= limit;
}

/** At night, except in an emergency: that has a review of its own. */
function nightFindings(look: Look, known: Known): Finding[] {
  if (look.action === 'emergency') return [];
  return look.people.flatMap(({ id, shown }) => {
    const person = known.people.get(id);
    if (person === undefined || !shown) return [];
    const { on, limit, within } = known.settingsOf(person.municipalityId).night;
    const hour = hourOf(look.at);
    const isNight = limit > within ? hour >= limit || hour < within : hour >= limit && hour < within;
    if (!on || !isNight) return [];
    // The night belongs to the day on which it began.
    const night = hour < limit ? addDays(dayOf(look.at), -1) : dayOf(look.at);
    return [{ ...findingOf('night', look, person, [id]), key: night }];
  });
}

const findingOf = (rule: LookRule, look: Look, person: Person, people: string[]): Omit<Finding, 'key'> => ({
  rule,
  login: look.login,
  municipalityId: person.municipalityId,
  people,
  from: look.at,
  to: look.at,
  lookUps: 1,
});

const hours = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hour: '2-digit',
  hourCycle: 'h23',
});
const hourOf = (at: string): number => Number(hours.format(new Date(at)));

/** Many people in a short time, by one login: each burst is one finding for each municipality whose people are in it. */
function bursts(
  looks: readonly Look[],
  known: Known,
  rule: 'volume' | 'refused',
  counts: (person: Look['people'][number]) => boolean,
): Finding[] {
  const byLogin = new Map<string, Look[]>();
  for (const look of looks) {
    const ofLogin = byLogin.get(look.login);
    if (ofLogin === undefined) byLogin.set(look.login, [look]);
    else ofLogin.push(look);
  }
  return [...byLogin.values()].flatMap((ofLogin) =>
    municipalitiesIn(ofLogin, known).flatMap((municipalityId) => {
      const { on, limit, within } = known.settingsOf(municipalityId)[rule];
      if (!on) return [];
      const met = ofLogin
        .map((look) => ({ look, people: look.people.filter(counts).map(({ id }) => id) }))
        .filter(({ people }) => people.length > 0);
      return burstsOf(met, limit, within * 60_000)
        .filter((burst) => burst.some(({ look }) => look.number > known.after))
        .flatMap((burst) => burstFinding(burst, rule, municipalityId, known));
    }),
  );
}

const municipalitiesIn = (looks: readonly Look[], known: Known): string[] => [
  ...new Set(
    looks.flatMap(({ people }) => people.flatMap(({ id }) => known.people.get(id)?.municipalityId ?? [])),
  ),
];

interface Met {
  look: Look;
  people: string[];
}

/** Stretches in which so many different people were met within so many milliseconds. */
function burstsOf(met: readonly Met[], limit: number, within: number): Met[][] {
  const found: { from: number; to: number }[] = [];
  const inside = new Map<string, number>();
  let from = 0;
  met.forEach(({ look, people }, to) => {
    for (const id of people) inside.set(id, (inside.get(id) ?? 0) + 1);
    while (Date.parse(look.at) - Date.parse(met[from]?.look.at ?? look.at) > within) {
      for (const id of met[from]?.people ?? []) {
        const left = (inside.get(id) ?? 1) - 1;
        if (left === 0) inside.delete(id);
        else inside.set(id, left);
      }
      from += 1;
    }
    if (inside.size < limit) return;
    const last = found.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else found.push({ from, to });
  });
  return found.map(({ from: first, to }) => met.slice(first, to + 1));
}

function burstFinding(
  burst: readonly Met[],
  rule: 'volume' | 'refused',
  municipalityId: string,
  known: Known,
): Finding[] {
  const [first, last] = [burst[0], burst.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = [...new Set(burst.flatMap(({ people }) => people))];
  const people = all.filter((id) => known.people.get(id)?.municipalityId === municipalityId).toSorted();
  if (people.length === 0) return [];
  return [
    {
      rule,
      login: first.look.login,
      municipalityId,
      people,
      from: first.look.at,
      to: last.look.at,
      lookUps: burst.length,
      key: first.look.at.slice(0, 13),
    },
  ];
}
