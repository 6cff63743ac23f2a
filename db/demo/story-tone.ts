import { comeToGroups } from './attendance.ts';
import { askAboutChildren, writeChild } from './children.ts';
import { answer, arrive, enrol, join } from './enrolling.ts';
import { by, type File, self, toldTo } from './file.ts';
import { meet } from './following.ts';
import { mandate } from './leave.ts';
import { tellOwnWords } from './own-words.ts';
import { tonesOwn } from './own-words-told.ts';
import { acknowledge, consent, nameRelated, plan, rate, state } from './planning.ts';
import type { Samling } from './sessions.ts';

/** Tone Skår lives in Klepp and keeps her home: week 2 of 6. */
export function tellTone(file: File, sessions: readonly Samling[]): void {
  begin(file);
  makePlan(file);
  askAboutChildren(file, '2024-03-06T14:50', 'siren', 'no', 'no');
  writeChild(file, {
    name: 'Nevøen min',
    relation: 'other',
    birthDay: '2011-02-11',
    caredBy: 'Søsteren min, på Orre',
    at: '2024-03-07T19:00',
    voice: self('tone'),
  });
  tellOwnWords(file, self('tone'), tonesOwn);
  comeToGroups(file, sessions, { from: '2024-03-05', share: 0.6, evenings: true });
  meet(file, [
    {
      at: '2024-02-28T11:00',
      by: 'siren',
      kind: 'home',
      note: 'Kaffe hjemme hos Tone. Hun vil vite hvem som er i gruppa.',
    },
    { at: '2024-03-06T14:30', by: 'siren', kind: 'walk', note: 'Gikk en runde på Orre. Sov bedre i helga.' },
    {
      at: '2024-03-11T09:10',
      by: 'siren',
      kind: 'phone',
      note: 'Tungt å komme opp i dag. Kommer i morgen.',
      next: 'Ringe før gruppa',
    },
  ]);
}

function begin(file: File): void {
  arrive(file, {
    at: '2024-02-26T09:40',
    source: 'self',
    words: 'Jeg bor alene i Klepp, og dagene er lange. Kan jeg bare komme?',
    receivedBy: 'siren',
    birthDay: '1979-11-03',
    phone: '900 00 102',
  });
  answer(
    file,
    '2024-02-26T10:15',
    'siren',
    'Ja. Lunsjen er åpen i morgen, og jeg står ved døra.',
    '2024-02-27T09:30',
  );
  enrol(file, {
    at: '2024-02-28T12:00',
    by: 'siren',
    states: [
      { state: 'waiting', at: '2024-02-28T12:00' },
      { state: 'active', at: '2024-03-04T09:00' },
    ],
    anchor: '2024-03-04',
  });
  join(file, {
    worker: 'siren',
    role: 'contact-person',
    from: '2024-02-28T12:00',
    voice: toldTo(file.who, 'siren'),
  });
  join(file, { worker: 'torill', role: 'nav', from: '2024-03-12T10:00', voice: toldTo(file.who, 'siren') });
}

function makePlan(file: File): void {
  acknowledge(file, '2024-03-05T10:00', 'siren');
  state(file, self('tone'), {
    at: '2024-03-05T19:20',
    words: 'Jeg vil bo godt i min egen leilighet, og ha noen å le sammen med',
  });
  rate(file, self('tone'), [
    ['2024-03-05T19:22', 5],
    ['2024-03-08T20:30', 4],
    ['2024-03-13T18:00', 3],
  ]);
  plan(
    file,
    '2024-03-06T15:00',
    self('tone'),
    {
      name: 'hjem',
      title: 'Et hjem jeg trives i',
      wanted: 'gardiner og to stoler',
      present: 'esker langs veggen',
      ways: 'Fretex, hjelp til å bære',
    },
    [
      { name: 'stoler', title: 'Se etter stoler på Fretex', doer: 'participant' },
      { name: 'baere', title: 'Bli med og bære', doer: 'siren', due: '2024-03-20' },
    ],
  );
  plan(
    file,
    '2024-03-11T12:20',
    self('tone'),
    {
      name: 'regninger',
      title: 'Vite hva som er igjen når regningene er betalt',
      wanted: 'ett ark på kjøleskapet',
      area: 'money',
    },
    [],
  );
  nameRelated(file, {
    key: 'verge',
    at: '2024-03-11T12:00',
    voice: toldTo(file.who, 'siren'),
    name: 'Arvid Tjelta',
    relationship: 'other',
    phone: '900 00 062',
  });
  mandate(file, '2024-03-11T12:10', by('siren'), {
    guardian: 'verge',
    scopes: ['money'],
    document: 'Mandat fra Statsforvalteren, vist fram 11. mars, ligger i arkivet i Klepp.',
  });
  consent(file, {
    at: '2024-03-12T10:10',
    voice: self('tone'),
    to: 'navKlepp',
    topics: ['goals', 'work-goals', 'money-goals', 'actions'],
    words: 'NAV Klepp kan se mål og avtaler, til jeg sier stopp.',
  });
}
