import { comeToGroups } from './attendance.ts';
import { type Arrival, answer, arrive, enrol, join } from './enrolling.ts';
import { by, type File, toldTo } from './file.ts';
import { gather, meet } from './following.ts';
import { acknowledge, consent, plan, rate, state, writeCrisisPlan } from './planning.ts';
import type { Samling } from './sessions.ts';

/** Amir Jafari: asked for by NAV yesterday, and nobody has answered. */
export function tellAmir(file: File): void {
  arrive(file, {
    at: '2024-03-13T15:20',
    source: 'nav',
    words: 'Har sluttet i jobb og bor hos en venn på Varhaug. Vil gjerne møte noen denne uka.',
    receivedBy: 'siren',
    birthDay: '1996-05-22',
    phone: '900 00 103',
  });
}

interface Beginning {
  arrival: Omit<Arrival, 'receivedBy'>;
  answered: { at: string; words: string; start: string };
  enrolled: string;
  anchor: string;
}

/** From the enquiry to the first day of the six weeks, with Siren as contact person. */
function begin(file: File, { arrival, answered, enrolled, anchor }: Beginning): void {
  const { who } = file;
  arrive(file, { ...arrival, receivedBy: 'siren' });
  answer(file, answered.at, 'siren', answered.words, answered.start);
  enrol(file, {
    at: enrolled,
    by: 'siren',
    states: [
      { state: 'waiting', at: enrolled },
      { state: 'active', at: `${anchor}T09:00` },
    ],
    anchor,
  });
  join(file, { worker: 'siren', role: 'contact-person', from: enrolled, voice: toldTo(who, 'siren') });
}

/** Grete Høyland: the meeting is held, and NAV owes her an answer since Monday. */
export function tellGrete(file: File, sessions: readonly Samling[]): void {
  const own = toldTo(file.who, 'siren');
  begin(file, {
    arrival: {
      at: '2024-01-18T12:10',
      source: 'gp',
      words: 'Vil ha noe å stå opp til. Har vært hjemme lenge.',
      birthDay: '1971-02-11',
      phone: '900 00 104',
    },
    answered: {
      at: '2024-01-18T14:00',
      words: 'Kom på tirsdag, så spiser vi lunsj.',
      start: '2024-01-23T09:30',
    },
    enrolled: '2024-01-24T13:00',
    anchor: '2024-01-29',
  });
  join(file, { worker: 'kari', role: 'nav', from: '2024-02-07T10:00', voice: own });
  consent(file, {
    at: '2024-02-07T10:10',
    voice: own,
    to: 'navTime',
    topics: ['goals', 'actions', 'meeting'],
    words: 'NAV Time kan se mål, avtaler og møter, til jeg sier stopp.',
  });
  acknowledge(file, '2024-01-30T10:00', 'siren');
  state(file, own, {
    at: '2024-01-30T13:10',
    words: 'Jeg vil arbeide med dyr igjen, om så bare to dager i uka',
  });
  rate(file, own, [
    ['2024-01-30T13:15', 3],
    ['2024-02-14T13:10', 4],
    ['2024-02-28T13:05', 6],
    ['2024-03-06T13:30', 7],
  ]);
  plan(
    file,
    '2024-01-31T11:00',
    own,
    {
      name: 'dyr',
      title: 'Arbeide med dyr',
      wanted: 'to dager i uka',
      present: 'mater naboens sauer',
      ways: 'arbeidspraksis, gård på Undheim',
    },
    [
      {
        name: 'gard',
        title: 'Besøke gården på Undheim',
        doer: 'participant',
        done: { at: '2024-02-22T15:00', voice: own },
      },
    ],
  );
  writeCrisisPlan(file, '2024-02-08T12:40', own, {
    signs: 'Jeg går ikke ut, og gardinene er trukket for.',
    helps: 'Noen som banker på. Sauene.',
    call: 'Siren på dagtid. Søsteren min om kvelden.',
  });
  meet(file, [
    {
      at: '2024-02-08T13:00',
      by: 'siren',
      kind: 'talk',
      note: 'Plan for uka: tirsdag og torsdag. Kjører selv.',
    },
    {
      at: '2024-02-15T13:30',
      by: 'siren',
      kind: 'talk',
      note: 'Individuell samtale. Vil til gården før hun søker.',
    },
    { at: '2024-02-21T10:30', by: 'siren', kind: 'consultant-call', note: 'Status og mål gjennomgått.' },
    {
      at: '2024-02-28T13:10',
      by: 'siren',
      kind: 'talk',
      note: 'Evaluering. Det beste er å ha noe å fortelle når hun kommer hjem.',
    },
  ]);
  gather(file, {
    place: 'Bryne',
    starts: '2024-03-06T12:00',
    called: { at: '2024-02-21T11:00', by: 'siren' },
    prepared: {
      at: '2024-02-29T13:20',
      voice: own,
      agenda: 'Gården. Hvor lenge kan jeg prøve? Hva skjer med pengene imens?',
    },
    held: {
      by: 'siren',
      decisions: [
        { name: 'praksis', words: 'Svare på søknaden om arbeidspraksis', doer: 'kari', due: '2024-03-11' },
        {
          name: 'lege',
          words: 'Avtale time hos fastlegen',
          doer: 'siren',
          due: '2024-03-12',
          kept: '2024-03-11T11:45',
        },
        { name: 'dager', words: 'Velge to dager i uka', doer: 'participant', due: '2024-03-20' },
      ],
    },
  });
  comeToGroups(file, sessions, { from: '2024-01-23', share: 0.5 });
}

/** Marit Kvia: week 6, the meeting is tomorrow, and yesterday she took the bus alone. */
export function tellMarit(file: File, sessions: readonly Samling[]): void {
  const own = toldTo(file.who, 'siren');
  begin(file, {
    arrival: {
      at: '2024-01-29T10:05',
      source: 'self',
      words: 'Eg vil ut av huset, men bussen er verst.',
      birthDay: '1988-07-30',
      phone: '900 00 105',
    },
    answered: {
      at: '2024-01-29T11:20',
      words: 'Eg kan sitja på med deg den første gongen.',
      start: '2024-01-31T09:30',
    },
    enrolled: '2024-02-01T12:00',
    anchor: '2024-02-05',
  });
  join(file, { worker: 'helga', role: 'dps', from: '2024-02-14T10:00', voice: own });
  acknowledge(file, '2024-02-06T10:00', 'siren');
  state(file, own, {
    at: '2024-02-06T13:00',
    words: 'Eg vil koma meg fram sjølv, og vera med på det andre er med på',
  });
  rate(file, own, [
    ['2024-02-06T13:05', 2],
    ['2024-02-20T13:10', 4],
    ['2024-03-05T13:00', 6],
    ['2024-03-12T13:20', 8],
  ]);
  plan(
    file,
    '2024-02-07T11:00',
    own,
    {
      name: 'buss',
      title: 'Koma meg fram sjølv',
      wanted: 'buss til Sandtangen',
      present: 'sit på med Siren',
      ways: 'eitt stopp om gongen',
    },
    [
      {
        name: 'foelge',
        title: 'Bli med på bussen',
        doer: 'siren',
        due: '2024-02-22',
        done: { at: '2024-02-21T09:30', voice: by('siren') },
      },
      {
        name: 'bussen',
        title: 'Tok bussen alene til gruppa',
        doer: 'participant',
        done: { at: '2024-03-13T09:25', voice: own },
      },
    ],
  );
  writeCrisisPlan(file, '2024-02-15T12:30', own, {
    signs: 'Eg tel dører og snur i gangen.',
    helps: 'Musikk på øyra. Nokon som ventar ved stoppet.',
    call: 'Siren. Tante Borghild.',
  });
  meet(file, [
    {
      at: '2024-02-15T13:00',
      by: 'siren',
      kind: 'talk',
      note: 'Plan for veka, og kven som ventar ved stoppet.',
    },
    {
      at: '2024-02-21T09:30',
      by: 'siren',
      kind: 'accompaniment',
      note: 'Var med på bussen til Sandtangen. Gjekk betre enn ho trudde.',
    },
    {
      at: '2024-02-22T13:15',
      by: 'siren',
      kind: 'talk',
      note: 'Individuell samtale. Vil prøva tre stopp åleine.',
    },
    { at: '2024-02-28T10:00', by: 'siren', kind: 'consultant-call', note: 'Status og mål gjennomgått.' },
    {
      at: '2024-03-07T13:10',
      by: 'siren',
      kind: 'talk',
      note: 'Evaluering. Det er venninnene i gruppa som drar.',
    },
  ]);
  gather(file, {
    place: 'Ålgård',
    starts: '2024-03-15T12:00',
    called: { at: '2024-02-29T10:30', by: 'siren' },
    prepared: {
      at: '2024-03-07T13:40',
      voice: own,
      agenda: 'Eg vil fortelja om bussen sjølv. Kva er neste stopp?',
    },
  });
  comeToGroups(file, sessions, { from: '2024-01-31', share: 0.7, evenings: true });
}

/** Svein Myhre: week 5, the evaluation talk is due, and next week's meeting is not prepared. */
export function tellSvein(file: File, sessions: readonly Samling[]): void {
  const own = toldTo(file.who, 'siren');
  begin(file, {
    arrival: {
      at: '2024-02-05T13:45',
      source: 'prison',
      words: 'Løslates i neste uke. Ønsker noen som møter ham, og en plass å være på dagtid.',
      birthDay: '1967-09-14',
      phone: '900 00 106',
    },
    answered: {
      at: '2024-02-05T15:10',
      words: 'Vi henter ham, og han er ventet i gruppa onsdag.',
      start: '2024-02-07T09:30',
    },
    enrolled: '2024-02-08T10:00',
    anchor: '2024-02-12',
  });
  join(file, { worker: 'helga', role: 'dps', from: '2024-02-20T09:30', voice: own });
  join(file, { worker: 'christer', role: 'peer', from: '2024-02-20T09:40', voice: own });
  acknowledge(file, '2024-02-13T10:00', 'siren');
  state(file, own, { at: '2024-02-13T12:50', words: 'Jeg vil bygge båt, og at guttungen skal se det' });
  rate(file, own, [
    ['2024-02-13T12:55', 4],
    ['2024-02-27T12:40', 4],
    ['2024-03-05T12:45', 5],
  ]);
  plan(
    file,
    '2024-02-14T11:10',
    own,
    {
      name: 'baat',
      title: 'Bygge båt',
      wanted: 'en plass i naustet på Sirevåg',
      present: 'snekrer hjemme på kjøkkenet',
      ways: 'spørre kystlaget, låne verktøy',
    },
    [
      { name: 'kystlaget', title: 'Spørre kystlaget om plass', doer: 'christer', due: '2024-03-22' },
      {
        name: 'tegning',
        title: 'Vise tegningen til gutten',
        doer: 'participant',
        done: { at: '2024-03-10T15:00', voice: own },
      },
    ],
  );
  writeCrisisPlan(file, '2024-02-22T12:30', own, {
    signs: 'Jeg krangler om småting.',
    helps: 'Høvelen. En tur på moloen.',
    call: 'Christer, når som helst før midnatt.',
  });
  meet(file, [
    {
      at: '2024-02-12T09:00',
      by: 'siren',
      kind: 'accompaniment',
      note: 'Møtte ham i porten. Frokost på Nærbø.',
    },
    {
      at: '2024-02-22T13:00',
      by: 'siren',
      kind: 'talk',
      note: 'Plan for uka: onsdag og torsdag. Toget fra Sirevåg.',
    },
    {
      at: '2024-02-29T13:30',
      by: 'siren',
      kind: 'talk',
      note: 'Individuell samtale. Vil at kystlaget skal spørres først.',
    },
    { at: '2024-03-06T10:20', by: 'siren', kind: 'consultant-call', note: 'Status, plan og mål.' },
  ]);
  gather(file, {
    place: 'Nærbø',
    starts: '2024-03-21T13:00',
    called: { at: '2024-03-06T10:50', by: 'siren' },
  });
  comeToGroups(file, sessions, { from: '2024-02-07', share: 0.55 });
}
