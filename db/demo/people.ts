import { idOf, type PersonaName } from './ids.ts';

/** A place something lives: its tenant and its id there. */
export interface Ref {
  municipalityId: string;
  id: string;
}

export type MunicipalityName = 'gjesdal' | 'time' | 'ha' | 'klepp' | 'sola';
export const municipalities: Record<MunicipalityName, { id: string; number: string; name: string }> = {
  gjesdal: { id: idOf('municipality', 'gjesdal'), number: '1122', name: 'Gjesdal' },
  time: { id: idOf('municipality', 'time'), number: '1121', name: 'Time' },
  ha: { id: idOf('municipality', 'ha'), number: '1119', name: 'Hå' },
  klepp: { id: idOf('municipality', 'klepp'), number: '1120', name: 'Klepp' },
  sola: { id: idOf('municipality', 'sola'), number: '1124', name: 'Sola' },
};

const inTenant = (municipality: MunicipalityName, kind: Parameters<typeof idOf>[0], name: string): Ref => ({
  municipalityId: municipalities[municipality].id,
  id: idOf(kind, name),
});

export const organisations = {
  // Ny Start is shared by four municipalities; that Gjesdal is the host is our choice for the demonstration.
  nyStart: { ...inTenant('gjesdal', 'organisation', 'ny-start'), name: 'Ny Start Jæren', kind: 'municipal' },
  time: {
    ...inTenant('time', 'organisation', 'time'),
    name: 'Time kommune, psykisk helse og rus',
    kind: 'municipal',
  },
  emergencyWard: {
    ...inTenant('time', 'organisation', 'emergency-ward'),
    name: 'Time legevakt',
    kind: 'municipal',
  },
  navTime: { ...inTenant('time', 'organisation', 'nav-time'), name: 'NAV Time', kind: 'nav' },
  navKlepp: { ...inTenant('klepp', 'organisation', 'nav-klepp'), name: 'NAV Klepp', kind: 'nav' },
  dps: { ...inTenant('time', 'organisation', 'dps'), name: 'Jæren DPS', kind: 'dps' },
  noLimitation: {
    ...inTenant('klepp', 'organisation', 'no-limitation'),
    name: 'No Limitation',
    kind: 'voluntary',
  },
  // Our choice: the council of those who use Ny Start, in the host municipality.
  council: {
    ...inTenant('gjesdal', 'organisation', 'council'),
    name: 'Brukerrådet for Ny Start',
    kind: 'user-council',
  },
  navHa: { ...inTenant('ha', 'organisation', 'nav-ha'), name: 'NAV Hå', kind: 'nav' },
  navGjesdal: { ...inTenant('gjesdal', 'organisation', 'nav-gjesdal'), name: 'NAV Gjesdal', kind: 'nav' },
  sola: {
    ...inTenant('sola', 'organisation', 'sola'),
    name: 'Sola kommune, rustjenesten',
    kind: 'municipal',
  },
} as const;
export type OrganisationName = keyof typeof organisations;

export const services = {
  nyStart: {
    ...inTenant('gjesdal', 'service', 'ny-start'),
    organisationId: organisations.nyStart.id,
    name: 'Ny Start',
    neutralName: 'Jæren kurs og aktivitet',
    phone: '900 00 010',
    pathway: 'ny-start-six-weeks',
  },
  sola: {
    ...inTenant('sola', 'service', 'sola'),
    organisationId: organisations.sola.id,
    name: 'Oppfølging i Sola',
    neutralName: 'Sola kurs og aktivitet',
    phone: '900 00 090',
    pathway: null,
  },
} as const;

export type Role =
  | 'worker'
  | 'intake'
  | 'leader'
  | 'peer'
  | 'partner'
  | 'user-representative'
  | 'coordinating-unit'
  | 'auditor'
  | 'system-administrator';
export interface Worker extends Ref {
  name: string;
  organisation: OrganisationName;
  phone: string;
  roles: Role[];
}

const worker = (
  name: string,
  key: string,
  organisation: OrganisationName,
  phone: string,
  roles: Role[],
): Worker => ({
  municipalityId: organisations[organisation].municipalityId,
  id: idOf('worker', key),
  name,
  organisation,
  phone,
  roles,
});

export const workers = {
  ola: worker('Ola Hauge', 'ola', 'nyStart', '900 00 011', ['worker', 'intake']),
  siren: worker('Siren Bø', 'siren', 'nyStart', '900 00 012', ['worker', 'intake']),
  anne: worker('Anne Obrestad', 'anne', 'nyStart', '900 00 013', ['leader']),
  kari: worker('Kari Moi', 'kari', 'navTime', '900 00 021', ['partner']),
  ingunn: worker('Ingunn Vik', 'ingunn', 'time', '900 00 022', ['worker']),
  christer: worker('Christer Tunheim', 'christer', 'noLimitation', '900 00 031', ['peer']),
  // One person in two organisations: two workers, one login. Ny Start's groups are led from Ny Start.
  christerNyStart: worker('Christer Tunheim', 'christer-ny-start', 'nyStart', '900 00 031', ['peer']),
  jon: worker('Jon Salte', 'jon', 'council', '900 00 051', ['user-representative']),
  per: worker('Per Nygård', 'per', 'sola', '900 00 091', ['worker', 'intake']),
  // Health personnel on duty at night, who have no relation to anybody here.
  nora: worker('Nora Vold', 'nora', 'emergencyWard', '900 00 025', ['worker']),
  randi: worker('Randi Undheim', 'randi', 'time', '900 00 023', ['auditor', 'coordinating-unit']),
  terje: worker('Terje Haugland', 'terje', 'time', '900 00 024', ['system-administrator']),
  // They have no login: the partners' people in other teams.
  torill: worker('Torill Nærland', 'torill', 'navKlepp', '900 00 041', ['partner']),
  bjorg: worker('Bjørg Vaage', 'bjorg', 'navHa', '900 00 043', ['partner']),
  tor: worker('Tor Ims', 'tor', 'navGjesdal', '900 00 044', ['partner']),
  // Those beside the many; nobody logs in as them.
  marte: worker('Marte Lima', 'marte', 'nyStart', '900 00 014', ['worker']),
  eivind: worker('Eivind Rage', 'eivind', 'nyStart', '900 00 015', ['worker']),
  hilde: worker('Hilde Sirevåg', 'hilde', 'nyStart', '900 00 016', ['worker']),
  roald: worker('Roald Time', 'roald', 'nyStart', '900 00 017', ['peer']),
  helga: worker('Helga Aase', 'helga', 'dps', '900 00 042', ['partner']),
} as const satisfies Record<string, Worker>;
export type WorkerName = keyof typeof workers;

/** Bound by the law on health personnel. */
export const healthPersonnel: readonly WorkerName[] = ['siren', 'nora', 'helga'];

/** Who they are, in their own words, for those who choose whom they walk with. */
export const presentations: Partial<Record<WorkerName, string>> = {
  ola: 'Jeg er fra Undheim, og liker best å snakke mens vi går. Har drevet gard, og har vært her i seks år.',
  siren: 'Jeg er rolig, og sier det som det er. Var sykepleier før. Har alltid kaffe på kanna.',
  anne: 'Jeg leder Ny Start. Døra mi er åpen, også for dem som er uenige.',
  kari: 'Jeg arbeider i NAV Time, og svarer på melding samme dag.',
  ingunn: 'Jeg holder trådene sammen i Time. Liker orden i papirene, så du slipper å huske alt.',
  christer: 'Jeg har vært der selv. Spør meg om hva som helst, eller bli med på spinning.',
  christerNyStart: 'Jeg har vært der selv. Spør meg om hva som helst, eller bli med på spinning.',
  per: 'Jeg kommer hjem til deg. Ingen tema er dumme, og vi tar det i ditt tempo.',
  torill: 'Jeg arbeider i NAV Klepp, mest med bolig og økonomi.',
  helga: 'Jeg er psykolog på DPS. Vi kan møtes et annet sted enn kontoret.',
};

export interface Someone {
  key: string;
  givenName: string;
  familyName: string;
  home: MunicipalityName;
  municipalityId: string;
  participantId: string;
}

/** A participant of the demonstration; the key gives all ids of what is known about them. */
export const someone = (
  key: string,
  givenName: string,
  familyName: string,
  home: MunicipalityName,
): Someone => ({
  key,
  givenName,
  familyName,
  home,
  municipalityId: municipalities[home].id,
  participantId: idOf('participant', key),
});

export const participants = {
  rune: someone('rune', 'Rune', 'Lende', 'time'),
  tone: someone('tone', 'Tone', 'Skår', 'klepp'),
  amir: someone('amir', 'Amir', 'Jafari', 'ha'),
  grete: someone('grete', 'Grete', 'Høyland', 'time'),
  marit: someone('marit', 'Marit', 'Kvia', 'gjesdal'),
  svein: someone('svein', 'Svein', 'Myhre', 'ha'),
} as const;

export interface Persona {
  persona: PersonaName;
  loginId: string;
  name: string;
  municipalityId: string;
  participant?: Someone;
  /** Somebody close: to whom, and as which related_person. */
  related?: { to: Someone; id: string };
  workers: Worker[];
}

const asParticipant = (persona: 'rune' | 'tone'): Persona => {
  const participant = participants[persona];
  return {
    persona,
    loginId: idOf('login', persona),
    name: `${participant.givenName} ${participant.familyName}`,
    municipalityId: participant.municipalityId,
    participant,
    workers: [],
  };
};
const asWorker = (
  persona: Exclude<PersonaName, 'rune' | 'tone' | 'mamma' | 'arvid'>,
  ...also: Worker[]
): Persona => {
  const { name, municipalityId } = workers[persona];
  return {
    persona,
    loginId: idOf('login', persona),
    name,
    municipalityId,
    workers: [workers[persona], ...also],
  };
};

/** Berit Lende, Rune's mother; he calls her mamma. */
const mamma: Persona = {
  persona: 'mamma',
  loginId: idOf('login', 'mamma'),
  name: 'Berit Lende',
  municipalityId: participants.rune.municipalityId,
  related: { to: participants.rune, id: idOf('related_person', 'rune/mamma') },
  workers: [],
};

/** Arvid Tjelta, Tone's guardian, for money alone. */
const arvid: Persona = {
  persona: 'arvid',
  loginId: idOf('login', 'arvid'),
  name: 'Arvid Tjelta',
  municipalityId: participants.tone.municipalityId,
  related: { to: participants.tone, id: idOf('related_person', 'tone/verge') },
  workers: [],
};

/** Those who can be logged in as. The same people in demonstration, API tests and browser tests. */
export const personas: Record<PersonaName, Persona> = {
  rune: asParticipant('rune'),
  tone: asParticipant('tone'),
  ola: asWorker('ola'),
  siren: asWorker('siren'),
  christer: asWorker('christer', workers.christerNyStart),
  anne: asWorker('anne'),
  kari: asWorker('kari'),
  ingunn: asWorker('ingunn'),
  mamma,
  jon: asWorker('jon'),
  per: asWorker('per'),
  nora: asWorker('nora'),
  randi: asWorker('randi'),
  terje: asWorker('terje'),
  arvid,
};
