import type { Day } from '#domain/time/day.ts';
import { pick, type Random } from '../population/random.ts';
import type { Member } from './cast.ts';
import type { OrganisationName, WorkerName } from './people.ts';
import type { CrisisPlan } from './planning.ts';
import type { Planned, Story } from './story.ts';
import { laterBy, onDay, type Turns, weekOf } from './turns.ts';

/** When a step was taken; undefined when its day has not come, or nobody has taken it. */
type Taken = (code: string, week: number, day: number, time: string) => string | undefined;

const crisisPlans: readonly [CrisisPlan, ...CrisisPlan[]] = [
  {
    signs: 'Jeg slutter å svare på telefonen.',
    helps: 'At noen kommer, også når jeg sier nei.',
    call: 'Kontaktpersonen min. Legevakta 116 117.',
  },
  {
    signs: 'Jeg sover om dagen og er våken om natta.',
    helps: 'Tur i dagslys. Ett måltid sammen med noen.',
    call: 'Kontaktpersonen min på dagtid, en fra gruppa om kvelden.',
  },
  {
    signs: 'Jeg rydder ikke, og lar posten ligge.',
    helps: 'Musikk. En som setter på kaffe og ikke spør så mye.',
    call: 'Søsken først, så kontaktpersonen min.',
  },
];

const agendas = [
  'Si det viktigste først. Hvem ringer meg når det er avgjort?',
  'Jeg vil fortelle hva som har hjulpet, og hva jeg ikke vil mer av.',
] as const;

/** What the six weeks have brought so far. */
export function sixWeeks(member: Member, turns: Turns, anchor: Day, random: Random): Partial<Story> {
  const { notYet = [], onHold } = member;
  const taken: Taken = (code, week, day, time) => {
    const at = onDay(weekOf(anchor, week), day, time);
    return at <= turns.until && !notYet.includes(code) ? at : undefined;
  };
  const mapped = taken('mapping', 1, 1, '13:00');
  const gathered = taken('group-set-up', 2, 0, '11:00');
  const prepared = taken('crisis-plan', 2, 2, '12:30');
  const crisisPlan = pick(random, crisisPlans);
  return {
    acknowledged: taken('rules-explained', 1, 0, '11:45'),
    goals: mapped === undefined ? undefined : goals(member, mapped, turns.until),
    ...(gathered === undefined ? {} : people(member, gathered)),
    crisisPlan: prepared === undefined ? undefined : { at: prepared, ...crisisPlan },
    meeting: meeting(member, taken, anchor, pick(random, agendas)),
    onHold:
      turns.paused === undefined || onHold === undefined ? undefined : { at: turns.paused, words: onHold },
  };
}

function goals({ goal, doing, helper }: Member, at: string, until: string): Planned[] {
  if (goal === undefined || doing === undefined) return [];
  const done = laterBy(at, 9 * 24 * 60);
  return [
    {
      at,
      goal: { name: 'maal', ...goal },
      actions: [
        { name: 'eget', title: doing, doer: 'participant', done: done <= until ? done : undefined },
        ...(helper === undefined ? [] : [{ name: 'hjelp', ...helper }]),
      ],
    },
  ];
}

function people({ who, peer, nav }: Member, at: string): Partial<Story> {
  const { worker, role, organisation, name } = partnerOf(who.home, nav === true);
  const team: Story['team'] = [{ worker, role, from: at }];
  if (peer === true) team.push({ worker: 'christer', role: 'peer', from: laterBy(at, 60) });
  if (nav !== true) return { team };
  return {
    team,
    consents: [
      {
        at: laterBy(at, 10),
        to: organisation,
        topics: ['goals', 'work-goals', 'money-goals', 'actions', 'meeting'],
        words: `${name} kan se mål, avtaler og møter, til jeg sier stopp.`,
      },
    ],
  };
}

interface Partner {
  worker: WorkerName;
  role: 'coordinator' | 'nav' | 'dps';
  organisation: OrganisationName;
  name: string;
}

function partnerOf(home: Member['who']['home'], nav: boolean): Partner {
  if (home === 'klepp') return { worker: 'torill', role: 'nav', organisation: 'navKlepp', name: 'NAV Klepp' };
  if (home !== 'time') return { worker: 'helga', role: 'dps', organisation: 'dps', name: 'Jæren DPS' };
  if (nav) return { worker: 'kari', role: 'nav', organisation: 'navTime', name: 'NAV Time' };
  return { worker: 'ingunn', role: 'coordinator', organisation: 'time', name: 'Time kommune' };
}

const places = { gjesdal: 'Ålgård', time: 'Bryne', ha: 'Nærbø', klepp: 'Kleppe', sola: 'Sola' } as const;

function meeting(member: Member, taken: Taken, anchor: Day, agenda: string): Story['meeting'] {
  const { who, contactPerson, state } = member;
  const called = taken('meeting-called', 4, 0, '10:30');
  if (called === undefined) return undefined;
  const prepared = taken('meeting-prepared', 5, 2, '13:20');
  const held = taken('meeting-held', 6, 1, '12:00');
  const due = onDay(weekOf(anchor, 7), 1, '09:00').slice(0, 10);
  const kept = state === 'ended' ? onDay(weekOf(anchor, 7), 0, '14:00') : undefined;
  return {
    place: places[who.home],
    starts: onDay(weekOf(anchor, 6), 1, '12:00'),
    called: { at: called, by: contactPerson },
    prepared: prepared === undefined ? undefined : { at: prepared, agenda },
    held:
      held === undefined
        ? undefined
        : {
            by: contactPerson,
            decisions: [
              {
                name: 'videre',
                words: 'Ringe hver fredag fram til sommeren',
                doer: contactPerson,
                due,
                kept,
              },
              { name: 'eget', words: 'Komme til lunsj når det passer', doer: 'participant', due, kept },
            ],
          },
  };
}
