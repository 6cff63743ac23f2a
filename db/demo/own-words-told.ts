import type { OwnWords } from './own-words.ts';

/** Rune: much is known of what he can, and two parts of life have moved since they began. */
export const runesOwn: OwnWords = {
  strengths: {
    at: '2024-02-20T10:40',
    told: [
      ['good-at', 'Jeg lager mat til mange'],
      ['good-at', 'Jeg får med meg folk ut på tur'],
      ['has-helped', 'En tur med Christer når det røyner på'],
      ['has-helped', 'At noen ringer før gruppa'],
      ['who-is-there', 'Sara, og mora mi'],
      ['how-to-meet-me', 'Si det rett ut. Da vet jeg hvor jeg har deg.'],
    ],
  },
  wheel: [
    {
      at: '2024-02-21T13:00',
      said: {
        housing: [2, 'Kjip hybel. Barna kan ikke sove her.'],
        money: [3],
        family: [3, 'Jeg savner dem'],
        friends: [2],
        'substance-use': [5],
        leisure: [1, 'Dagene er lange'],
      },
    },
    {
      at: '2024-03-07T13:10',
      said: {
        housing: [3, 'Leiligheten på Bryne gir håp'],
        family: [6, 'Sara svarer når jeg ringer'],
        friends: [5],
        leisure: [4, 'Gruppa og turene'],
        work: [null, 'Vil snakke om det senere'],
      },
    },
  ],
  wishes: [
    {
      name: 'ola',
      at: '2024-02-07T12:30',
      words: 'Jeg ønsker Ola som kontaktperson. Han møtte meg på toget.',
      worker: 'ola',
    },
    {
      name: 'sykkel',
      at: '2024-02-22T12:10',
      words: 'En sykkel, så jeg kommer meg rundt selv',
      area: 'transport',
      answer: {
        at: '2024-03-01T10:20',
        by: 'ola',
        outcome: 'other-instead',
        reason: 'money',
        because: 'Kommunen har ikke satt av penger til sykler i år.',
        instead: 'Busskort til og med april',
        wanted: ['2024-03-02T17:50', 'partly'],
      },
    },
    { name: 'paske', at: '2024-03-10T19:40', words: 'At barna kan være her i påsken', area: 'family' },
  ],
};

/** Tone: the first wish has waited two weeks for an answer. */
export const tonesOwn: OwnWords = {
  strengths: {
    at: '2024-03-05T19:10',
    told: [
      ['good-at', 'Jeg ser når andre har det tungt'],
      ['has-helped', 'Kaffe med noen før jeg skal ut'],
      ['how-to-meet-me', 'Ring først. Ikke kom uanmeldt.'],
    ],
  },
  wheel: [
    {
      at: '2024-03-05T19:30',
      said: { housing: [6, 'Jeg vil bo her'], friends: [2, 'Ingen å le sammen med'], 'mental-health': [4] },
    },
  ],
  wishes: [
    {
      name: 'sondag',
      at: '2024-02-28T11:20',
      words: 'Noen å gå tur med på søndager',
      area: 'friends',
    },
  ],
};

export const gretesOwn: OwnWords = {
  strengths: {
    at: '2024-01-30T13:20',
    told: [
      ['good-at', 'Dyr stoler på meg'],
      ['has-helped', 'Å ha noen som venter på meg om morgenen'],
      ['who-is-there', 'Søsteren min, og sauene til naboen'],
    ],
  },
  wheel: [
    {
      at: '2024-01-30T13:40',
      said: { work: [1], money: [3], meaning: [2, 'Uten dyra er det stille'], 'daily-living': [4] },
    },
    { at: '2024-03-06T13:00', said: { work: [5, 'Gården vil ha meg'], meaning: [7], money: [3] } },
  ],
  wishes: [
    {
      name: 'gard',
      at: '2024-02-14T13:20',
      words: 'Å bo på gården mens jeg prøver',
      area: 'housing',
      answer: {
        at: '2024-02-22T09:40',
        by: 'siren',
        outcome: 'not-given',
        reason: 'rule',
        because: 'Det er ikke lov å leie ut huset på gården.',
      },
    },
  ],
};

export const maritsOwn: OwnWords = {
  strengths: {
    at: '2024-02-06T13:10',
    told: [
      ['good-at', 'Eg syr og reparerer det meste'],
      ['has-helped', 'Musikk på øyra, og nokon ved neste stopp'],
      ['who-is-there', 'Tante Borghild'],
      ['how-to-meet-me', 'Gje meg tid før eg svarar'],
    ],
  },
  wheel: [
    { at: '2024-02-06T13:30', said: { transport: [1, 'Bussen er verst'], friends: [2], leisure: [3] } },
    {
      at: '2024-03-12T13:30',
      said: { transport: [8, 'Heilt åleine til Sandtangen'], friends: [6], leisure: [4] },
    },
  ],
  wishes: [
    {
      name: 'symaskin',
      at: '2024-02-20T13:20',
      words: 'Ei symaskin eg kan bruka på dagtid',
      area: 'leisure',
      answer: {
        at: '2024-02-26T10:10',
        by: 'siren',
        outcome: 'given',
        wanted: ['2024-03-05T13:10', 'yes'],
      },
    },
  ],
};

export const sveinsOwn: OwnWords = {
  strengths: {
    at: '2024-02-13T13:05',
    told: [
      ['good-at', 'Jeg ser på et bord om det holder'],
      ['has-helped', 'Å stå opp til noe jeg kan bli ferdig med'],
      ['who-is-there', 'Guttungen'],
    ],
  },
  wishes: [
    {
      name: 'båt',
      at: '2024-02-20T13:00',
      words: 'En plass i båtbyggeriet',
      area: 'work',
      answer: {
        at: '2024-03-01T11:20',
        by: 'siren',
        outcome: 'later',
        reason: 'full',
        because: 'De har ikke plass før etter påske.',
        until: '2024-04-08',
      },
    },
  ],
};
