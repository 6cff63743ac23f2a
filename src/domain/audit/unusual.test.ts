import { describe, expect, test } from 'vitest';
import { type Day, dayOf } from '../time/day.ts';
import { defaultSettings, type RuleSettings } from './rules.ts';
import {
  type Dealings,
  dealingsKey,
  type Known,
  type Look,
  type Looker,
  type Person,
  unusual,
} from './unusual.ts';

const worker = (more: Partial<Looker> = {}): Looker => ({
  familyName: 'Bø',
  organisations: ['ny-start'],
  atWork: true,
  participantId: null,
  ...more,
});
const person = (more: Partial<Person> = {}): Person => ({
  municipalityId: 'time',
  familyName: 'Lende',
  worksIn: [],
  ...more,
});
const known = (more: Partial<Known> = {}): Known => ({
  lookers: new Map([['siren', worker()]]),
  people: new Map([['rune', person()]]),
  dealings: new Map(),
  settingsOf: () => defaultSettings,
  after: 0,
  ...more,
});
const look = (more: Partial<Look> = {}): Look => ({
  number: 1,
  at: '2024-03-14T09:00:00.000Z',
  login: 'siren',
  action: 'read',
  people: [{ id: 'rune', shown: true }],
  ...more,
});
const rulesOf = (looks: Look[], more: Partial<Known> = {}) =>
  unusual(looks, known(more)).map(({ rule }) => rule);
const dealt = (more: Partial<Dealings>): Partial<Known> => ({
  dealings: new Map([
    [
      dealingsKey('siren', 'rune'),
      { days: ['2024-03-11', '2024-03-12', '2024-03-14'] as Day[], lastAct: null, beside: false, ...more },
    ],
  ]),
});
const off = (rule: keyof RuleSettings): RuleSettings => ({
  ...defaultSettings,
  [rule]: { ...defaultSettings[rule], on: false },
});

describe('a look-up', () => {
  test('on an ordinary morning raises nothing', () => {
    expect(rulesOf([look()])).toEqual([]);
  });

  test('at somebody of one’s own name does, once a month', () => {
    const namesake = { people: new Map([['rune', person({ familyName: 'bø' })]]) };
    const twice = unusual([look(), look({ number: 2, at: '2024-03-20T09:00:00.000Z' })], known(namesake));
    expect(twice).toEqual([
      {
        rule: 'same-family-name',
        login: 'siren',
        municipalityId: 'time',
        people: ['rune'],
        from: '2024-03-14T09:00:00.000Z',
        to: '2024-03-20T09:00:00.000Z',
        lookUps: 2,
        key: 'rune 2024-03',
      },
    ]);
    expect(rulesOf([look(), look({ at: '2024-04-01T09:00:00.000Z' })], namesake)).toHaveLength(2);
    expect(rulesOf([look()], { ...namesake, settingsOf: () => off('same-family-name') })).toEqual([]);
    expect(rulesOf([look({ people: [{ id: 'rune', shown: false }] })], namesake)).toEqual([]);
  });

  test('of nobody with a name is of no namesake', () => {
    const nameless = {
      lookers: new Map([['siren', worker({ familyName: '' })]]),
      people: new Map([['rune', person({ familyName: '' })]]),
    };
    expect(rulesOf([look()], nameless)).toEqual([]);
  });

  test('at a colleague does, and at oneself does not', () => {
    const colleague = { people: new Map([['rune', person({ worksIn: ['ny-start'] })]]) };
    expect(rulesOf([look()], colleague)).toEqual(['colleague']);
    const self = { ...colleague, lookers: new Map([['siren', worker({ participantId: 'rune' })]]) };
    expect(rulesOf([look()], self)).toEqual([]);
    expect(rulesOf([look()], { people: new Map([['rune', person({ worksIn: ['dps'] })]]) })).toEqual([]);
  });

  test('on several days without any act does, by somebody who is not beside the person', () => {
    expect(rulesOf([look()], dealt({}))).toEqual(['without-act']);
    expect(rulesOf([look()], dealt({ beside: true }))).toEqual([]);
    expect(rulesOf([look()], dealt({ lastAct: '2024-03-01' as Day }))).toEqual([]);
    expect(rulesOf([look()], dealt({ lastAct: '2024-01-01' as Day }))).toEqual(['without-act']);
    expect(rulesOf([look()], dealt({ days: ['2024-03-14'] as Day[] }))).toEqual([]);
    expect(rulesOf([look({ action: 'change' })], dealt({}))).toEqual([]);
  });

  test.each([
    ['2024-03-14T21:59:00.000Z', []],
    ['2024-03-14T22:00:00.000Z', ['night']],
    ['2024-03-15T04:59:00.000Z', ['night']],
    ['2024-03-15T05:00:00.000Z', []],
  ])('at night does, by Norway’s clock: %s', (at, rules) => {
    expect(rulesOf([look({ at })])).toEqual(rules);
  });

  test('at night in an emergency has a review of its own', () => {
    expect(rulesOf([look({ at: '2024-03-14T23:00:00.000Z', action: 'emergency' })])).toEqual([]);
  });

  test('by somebody who is not at work is theirs', () => {
    const relative = { lookers: new Map([['siren', worker({ familyName: 'Lende', atWork: false })]]) };
    expect(rulesOf([look({ at: '2024-03-14T23:00:00.000Z' })], relative)).toEqual([]);
  });

  test('that was gone through before raises nothing again', () => {
    const namesake = { people: new Map([['rune', person({ familyName: 'Bø' })]]), after: 1 };
    expect(rulesOf([look()], namesake)).toEqual([]);
  });
});

describe('many people in a short time', () => {
  const crowd = (size: number, municipality = (_: number) => 'time') =>
    new Map(
      Array.from({ length: size }, (_, n) => [
        `p${n}`,
        person({ municipalityId: municipality(n), familyName: `F${n}` }),
      ]),
    );
  const opened = (size: number, secondsBetween: number, shown = true): Look[] =>
    Array.from({ length: size }, (_, n) =>
      look({
        number: n + 1,
        at: new Date(Date.parse('2024-03-14T09:00:00.000Z') + n * secondsBetween * 1000).toISOString(),
        people: [{ id: `p${n}`, shown }],
      }),
    );

  test('two hundred in ten minutes is one burst, with exactly those', () => {
    const [finding, ...more] = unusual(opened(200, 3), known({ people: crowd(200) }));
    expect(more).toEqual([]);
    expect([finding?.rule, finding?.people.length, finding?.lookUps]).toEqual(['volume', 200, 200]);
  });

  test.each([
    [39, 1, []],
    [40, 15, ['volume']],
    [40, 16, []],
  ])('%i people, %i seconds apart', (size, seconds, rules) => {
    expect(rulesOf(opened(size, seconds), { people: crowd(size) })).toEqual(rules);
  });

  test('the same person forty times is one person', () => {
    const same = opened(60, 1).map((one) => ({ ...one, people: [{ id: 'p0', shown: true }] }));
    expect(rulesOf(same, { people: crowd(1) })).toEqual([]);
  });

  test('is told to each municipality whose people are in it, with its own people only', () => {
    const found = unusual(opened(60, 2), known({ people: crowd(60, (n) => (n < 50 ? 'time' : 'klepp')) }));
    expect(found.map(({ municipalityId, people }) => [municipalityId, people.length])).toEqual([
      ['time', 50],
      ['klepp', 10],
    ]);
  });

  test('counts those gone through before, when the burst goes on', () => {
    expect(rulesOf(opened(50, 2), { people: crowd(50), after: 30 })).toEqual(['volume']);
    expect(rulesOf(opened(50, 2), { people: crowd(50), after: 50 })).toEqual([]);
  });

  test('and tries that were refused are a burst of their own', () => {
    expect(rulesOf(opened(3, 60, false), { people: crowd(3) })).toEqual(['refused']);
    expect(rulesOf(opened(2, 60, false), { people: crowd(2) })).toEqual([]);
  });
});

test('one who snoops is found among ten thousand ordinary look-ups, and the false alarms are counted', () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const people = new Map<string, Person>();
  const lookers = new Map<string, Looker>();
  for (let n = 0; n < 900; n += 1)
    people.set(`p${n}`, person({ familyName: `Family ${Math.floor(random() * 600)}` }));
  for (let n = 0; n < 36; n += 1)
    lookers.set(`w${n}`, worker({ familyName: `Family ${Math.floor(random() * 600)}` }));
  const dealings = new Map<string, Dealings>();
  const looks: Look[] = [];
  // Thirty-six workers with twenty-five people each, two weeks of office hours, most of it read and some of it written.
  for (let n = 0; n < 10_000; n += 1) {
    const login = n % 36;
    const id = `p${login * 25 + Math.floor(random() * 25)}`;
    const minute = Math.floor(n / 36) * 17 + Math.floor(random() * 10);
    const [day, within] = [Math.floor(minute / 480), minute % 480];
    const at = new Date(
      Date.parse('2024-03-04T07:00:00.000Z') + day * 86_400_000 + within * 60_000,
    ).toISOString();
    const action = random() < 0.25 ? 'change' : 'read';
    looks.push(look({ number: 0, login: `w${login}`, at, action, people: [{ id, shown: true }] }));
    const key = dealingsKey(`w${login}`, id);
    const before = dealings.get(key) ?? { days: [], lastAct: null, beside: true };
    dealings.set(key, {
      ...before,
      days: [...new Set([...before.days, dayOf(at)])],
      lastAct: action === 'change' ? dayOf(at) : before.lastAct,
    });
  }
  // And one who on a Tuesday evening goes through those of a colleague.
  const snooped = Array.from({ length: 45 }, (_, n) => `p${n}`);
  for (const [n, id] of snooped.entries())
    looks.push(
      look({
        login: 'w30',
        at: new Date(Date.parse('2024-03-12T22:10:00.000Z') + n * 9_000).toISOString(),
        people: [{ id, shown: true }],
      }),
    );
  looks.sort((a, b) => (a.at < b.at ? -1 : 1));
  const found = unusual(
    looks.map((one, at) => ({ ...one, number: at + 1 })),
    known({ people, lookers, dealings }),
  );
  const isSnooping = (finding: (typeof found)[number]) =>
    finding.login === 'w30' && ['volume', 'night'].includes(finding.rule);
  const caught = found.filter(isSnooping);
  expect(caught.map(({ rule }) => rule).toSorted()).toEqual(['night', 'volume']);
  for (const { people: named } of caught) expect(named).toEqual(snooped.toSorted());
  // False alarms: people of the same name by chance, one for each such pair. Thirty-six workers, 10,045 look-ups.
  const falseAlarms = found.filter((finding) => !isSnooping(finding));
  expect(new Set(falseAlarms.map(({ rule }) => rule))).toEqual(new Set(['same-family-name']));
  expect(falseAlarms.length).toBe(FALSE_ALARMS);
});

/** Counted in the test above: in ten thousand ordinary look-ups, so many questions that turn out to be nothing. */
const FALSE_ALARMS = 4;
