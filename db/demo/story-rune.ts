import { runeAsksWhy } from './asked-why.ts';
import { answer, arrive, enrol, join } from './enrolling.ts';
import { by, type File, fact, self, toldTo } from './file.ts';
import { attended, gather, happen, meet, noteRelapse } from './following.ts';
import { block, emergency } from './leave.ts';
import { tellOwnWords } from './own-words.ts';
import { runesOwn } from './own-words-told.ts';
import { acknowledge, consent, inform, nameRelated, plan, rate, state, writeCrisisPlan } from './planning.ts';
import { askForRight } from './rights.ts';
import { seeToRunesChildren } from './runes-children.ts';
import type { Samling } from './sessions.ts';
import { standIn } from './story.ts';

export const RUNE_BORN = '1992-08-19';

/** Rune Lende, 31, three children: week 4 of 6, home from detoxification yesterday, his contact person away. */
export function tellRune(file: File, sessions: readonly Samling[]): void {
  begin(file);
  gatherPeople(file);
  makePlan(file);
  tellOwnWords(file, toldTo(file.who, 'ola'), runesOwn);
  goThroughWeeks(file, sessions);
  goAwayAndComeHome(file);
  runeAsksWhy(file);
  seeToRunesChildren(file);
}

function begin(file: File): void {
  arrive(file, {
    at: '2024-02-06T10:20',
    source: 'treatment',
    words:
      'Kommer hjem til Time om en uke. Vil ha noen å gå til fra første dag, og en gruppe om formiddagen.',
    receivedBy: 'siren',
    birthDay: RUNE_BORN,
    phone: '900 00 101',
  });
  answer(
    file,
    '2024-02-06T13:05',
    'siren',
    'Velkommen. Ola møter deg når du kommer hjem, og gruppa på Sandtangen er åpen for deg.',
    '2024-02-08T09:30',
  );
  enrol(file, {
    at: '2024-02-08T14:10',
    by: 'ola',
    states: [
      { state: 'waiting', at: '2024-02-08T14:10' },
      { state: 'active', at: '2024-02-12T09:00' },
      { state: 'paused', at: '2024-03-04T12:30' },
      { state: 'active', at: '2024-03-13T12:00' },
    ],
    // Nine days on hold: the weeks and the three steps that were left are moved by as many, and this is week 4.
    anchor: '2024-02-12',
    left: ['evaluation-talk', 'meeting-prepared', 'meeting-held'],
  });
}

function gatherPeople(file: File): void {
  const rune = toldTo(file.who, 'ola');
  join(file, { worker: 'ingunn', role: 'coordinator', from: '2024-01-08T09:00', voice: by('ingunn') });
  join(file, { worker: 'ola', role: 'contact-person', from: '2024-02-08T14:10', voice: rune });
  join(file, { worker: 'christer', role: 'peer', from: '2024-02-20T11:00', voice: rune });
  join(file, { worker: 'kari', role: 'nav', from: '2024-02-27T10:30', voice: rune });
  standIn(file);
  acknowledge(file, '2024-02-20T10:15', 'ola');
  inform(file, '2024-02-20T10:25', 'ola', 'offers');
  inform(file, '2024-02-20T10:30', 'ola', 'expectations');
  const sharedUntil = '2024-06-01';
  consent(file, {
    at: '2024-02-27T10:40',
    voice: self('rune'),
    to: 'navTime',
    topics: ['goals', 'work-goals', 'money-goals', 'team', 'actions', 'meeting'],
    until: sharedUntil,
    words: `NAV Time kan se mål, avtaler, hvem som er rundt meg og møter, til ${file.calendar.dayInWords(sharedUntil)}.`,
  });
  emergency(file, {
    at: '2024-03-09T23:40',
    until: '2024-03-10T03:40',
    by: { ...by('nora'), worker: 'nora' },
    reason: 'Kom til legevakta alene og urolig. Måtte vite hva som hjelper, og hvem vi kunne ringe.',
    review: {
      at: '2024-03-11T09:00',
      by: by('randi'),
      words: 'Åpnet i rett situasjon. Det ble ringt til Christer, og Rune fikk skyss til avrusning.',
    },
  });
  block(file, '2024-03-01T11:05', self('rune'), { to: 'helga' });
  writeCrisisPlan(file, '2024-03-01T11:20', self('rune'), {
    signs: 'Jeg sover lite, lar telefonen ringe og slutter å svare Sara.',
    helps:
      'Gå en tur med Christer. Spille inn en melding til barna. Komme til lunsj, også de dagene jeg ikke orker gruppa.',
    call: 'Ola på dagtid. Christer om kvelden. Legevakta 116 117.',
  });
  nameRelated(file, {
    key: 'mamma',
    at: '2024-03-02T17:55',
    voice: self('rune'),
    name: 'Mamma',
    relationship: 'mother',
    phone: '900 00 061',
  });
  consent(file, {
    at: '2024-03-02T18:00',
    voice: self('rune'),
    to: { related: 'mamma' },
    topics: ['crisis-plan'],
    words: 'Mamma kan se kriseplanen til du sier stopp.',
  });
}

function makePlan(file: File): void {
  state(
    file,
    toldTo(file.who, 'ingunn'),
    { at: '2024-01-10T11:30', words: 'Jeg vil ha kontakt med barna mine' },
    { at: '2024-03-02T17:40', words: 'Jeg vil ha kontakt med barna mine, og et sted der de kan sove over' },
  );
  rate(file, self('rune'), [
    ['2024-01-10T11:40', 2],
    ['2024-01-17T19:05', 2],
    ['2024-01-24T20:10', 3],
    ['2024-01-31T18:30', 4],
    ['2024-02-07T21:15', 3],
    ['2024-02-21T18:20', 5],
    ['2024-02-28T19:45', 5],
    ['2024-03-07T20:05', 6],
  ]);
  plan(
    file,
    '2024-02-21T13:20',
    by('ola'),
    {
      name: 'bolig',
      title: 'Bolig der barna kan sove over',
      wanted: 'to rom',
      present: 'kjip hybel',
      ways: 'kommunal, depositum, privat',
    },
    [
      { name: 'depositum', title: 'Svare på søknaden om depositum', doer: 'kari', due: '2024-03-11' },
      {
        name: 'leilighet',
        title: 'Se på leiligheten på Bryne',
        doer: 'siren',
        due: '2024-03-12',
        done: { at: '2024-03-11T14:30', voice: by('siren') },
      },
    ],
  );
  plan(file, '2024-02-21T13:30', self('rune'), { name: 'barna', title: 'Ringe barna hver onsdag' }, [
    {
      name: 'sara',
      title: 'Ringe Sara om helga',
      doer: 'participant',
      done: { at: '2024-03-11T18:10', voice: self('rune') },
    },
  ]);
  plan(
    file,
    '2024-02-29T13:15',
    self('rune'),
    {
      name: 'gruppa',
      title: 'Komme meg til gruppa på egen hånd',
      wanted: 'ta bussen alene',
      present: 'noen er med på telefonen',
      ways: 'fem små steg, nå det tredje',
    },
    [{ name: 'bussen', title: 'Ta bussen alene til gruppa', doer: 'participant' }],
  );
}

function goThroughWeeks(file: File, sessions: readonly Samling[]): void {
  const here = new Set(['2024-02-20', '2024-02-22', '2024-02-27', '2024-02-29'].map((day) => `${day}T09:30`));
  for (const session of sessions) {
    if (here.has(session.start)) attended(file, session, 'came');
    if (session.start === '2024-02-28T09:30') attended(file, session, 'did-not-come');
  }
  meet(file, [
    {
      at: '2024-02-12T12:00',
      by: 'ola',
      kind: 'accompaniment',
      note: 'Hentet på toget. Handlet, og var innom hybelen.',
    },
    {
      at: '2024-02-29T13:00',
      by: 'ola',
      kind: 'talk',
      note: 'Plan for uka: tirsdag, onsdag og torsdag. Buss 52, med noen på telefonen.',
    },
    {
      at: '2024-03-04T08:05',
      by: 'ola',
      kind: 'phone',
      note: 'Ringte opp. Snakket lenge. Rune vil videre, og plassen står.',
    },
    {
      at: '2024-03-07T13:30',
      by: 'ola',
      kind: 'talk',
      note: 'Individuell samtale. Rune vil selv ringe Sara, og se på leiligheten på Bryne.',
    },
    {
      at: '2024-03-11T14:30',
      by: 'siren',
      kind: 'accompaniment',
      note: 'Så på leiligheten på Bryne sammen. To rom, ledig fra mai.',
    },
    {
      at: '2024-03-12T10:15',
      by: 'siren',
      kind: 'consultant-call',
      note: 'Plan og mål oppdatert.',
      next: 'Møte Rune når han kommer hjem',
    },
  ]);
  askForRight(file, self('rune'), 'sara', {
    at: '2024-03-12T19:40',
    kind: 'correct',
    words: 'Jeg sa at jeg vil ringe begge to, ikke bare Sara.',
    about: {
      table: 'contact',
      entry: fact(
        file,
        'contact',
        '2024-03-07T13:30',
        file.calendar.at('2024-03-07T13:30'),
        by('ola'),
        'health-record',
      ),
    },
  });
  askForRight(file, self('rune'), 'telefon', {
    at: '2024-02-22T17:10',
    kind: 'restrict',
    words: 'Ikke bruk det gamle nummeret mitt til noe.',
    answer: {
      at: '2024-02-23T09:15',
      by: 'ola',
      outcome: 'granted',
      words: 'Det gamle nummeret er byttet ut, og vi ringer bare det nye.',
    },
  });
  gather(file, {
    place: 'Bryne',
    starts: '2024-03-27T10:00',
    called: { at: '2024-03-12T10:40', by: 'siren' },
  });
}

/** Told in the night, detoxification the same day, and home yesterday: the day was moved twice, and Ola was away by then. */
function goAwayAndComeHome(file: File): void {
  noteRelapse(file, {
    at: '2024-03-04T02:14',
    kind: 'relapse',
    words: 'Jeg har hatt en sprekk',
    voice: self('rune'),
    own: true,
  });
  noteRelapse(file, {
    at: '2024-03-04T12:30',
    kind: 'on-hold',
    words: 'Avrusing fra i dag. Ingenting er mistet, stegene venter.',
    voice: by('ola'),
    own: false,
  });
  happen(file, {
    at: '2024-03-04T12:30',
    kind: 'admission',
    setting: 'detox',
    day: '2024-03-04',
    by: 'ola',
  });
  happen(file, {
    at: '2024-03-04T12:35',
    kind: 'discharge',
    setting: 'detox',
    day: '2024-03-08',
    words: 'Møte ved døra er avtalt med Ola.',
    by: 'ola',
    moved: [
      {
        at: '2024-03-07T14:10',
        by: 'ola',
        day: '2024-03-12',
        reason: 'Rune vil ha noen dager til, og det er plass.',
      },
      {
        at: '2024-03-12T10:20',
        by: 'siren',
        day: '2024-03-13',
        reason: 'Legen er først til stede dagen etter.',
      },
    ],
  });
}
