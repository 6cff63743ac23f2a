// What is written about people by those beside them, and what they say on the way. Made up, for nobody in particular.

type Some = readonly [string, ...string[]];

export const answers: Some = [
  'Kom som du er. Vi spiser kvart på tolv.',
  'Det er gruppe i morgen, og du er velkommen.',
  'Vi møter deg ved døra klokka halv ti, og tar en kaffe først.',
  'Ja. Du trenger ikke ha bestemt deg for noe.',
  'Vi kommer dit du er. Passer onsdag?',
  'Fint at du ringte. En av oss ringer tilbake før to.',
  'Selvsagt. Ta gjerne med en du er trygg på.',
];

export type ContactKind = 'home' | 'phone' | 'walk' | 'accompaniment' | 'message' | 'missed';
export const contactNotes: Record<ContactKind, Some> = {
  home: [
    'Kaffe på kjøkkenet. Leste gjennom et brev sammen.',
    'Hjemme. Hadde vasket, og ville vise det.',
    'Innom med maling. Ble en time.',
    'Satt på trappa. Snakket om ungene.',
    'Så på strømregningen sammen og ringte dem.',
  ],
  phone: [
    'Ringte som avtalt. Sover bedre, og kommer til gruppa på torsdag.',
    'Snakket om helga. Hadde vært hjemme, rolig.',
    'Kort. Ville bare høre en stemme.',
    'Avtalte skyss. Ringer selv hvis det blir vanskelig.',
    'Fortalte om jobbintervjuet. Lo.',
  ],
  walk: [
    'Gikk en runde. Lite prat, god stemning.',
    'Rundt Frøylandsvannet i motvind.',
    'Opp til varden. Delte matpakke.',
    'Langs stranda på Orre. Så etter rav.',
  ],
  accompaniment: [
    'Var med til legen. Ventet utenfor, etter ønske.',
    'NAV sammen. Fikk svar på det vi spurte om.',
    'Fulgte til tannlegen. Gikk bra.',
    'Banken. Kontoen er i orden nå.',
    'Visning på leilighet. To rom, litt mørk.',
  ],
  message: [
    'Sendte bilde av menyen. Fikk tommel opp 👍',
    'Melding om gruppa i morgen. Kommer.',
    'God helg-melding. Svar søndag.',
  ],
  missed: ['Møttes ikke. Prøver igjen i morgen.', 'Ingen hjemme. La igjen lapp, uten mas.'],
};

export const talkNotes = {
  first: [
    'Første samtale. Mest om hva som ikke skal skje igjen.',
    'Første samtale, ute i bilen. Det passet best.',
  ],
  'follow-up-talk': ['Plan for uka og veien dit.', 'Avtalte dager, buss og hvem som ringer.'],
  'individual-talk': [
    'Individuell samtale. Målet står, men stegene ble mindre.',
    'Samtale. Vil ha med broren neste gang.',
  ],
  'call-consultant': ['Status, plan og mål.', 'Ringte ruskonsulenten. Ingenting å ordne nå.'],
  'evaluation-talk': [
    'Evaluering: lunsjen virker, mandager er tunge.',
    'Hva er endret? Sover, og svarer på telefonen.',
  ],
} as const satisfies Record<string, Some>;

export const crisisPlans: readonly [
  Record<'signs' | 'helps' | 'call', string>,
  ...Record<'signs' | 'helps' | 'call', string>[],
] = [
  {
    signs: 'Jeg slutter å svare.',
    helps: 'At noen kommer, også når jeg sier nei.',
    call: 'Kontaktpersonen min. Legevakta 116 117.',
  },
  {
    signs: 'Jeg snur døgnet.',
    helps: 'Dagslys. Ett måltid sammen med noen.',
    call: 'En fra gruppa om kvelden.',
  },
  {
    signs: 'Jeg lar posten ligge og gardinene være for.',
    helps: 'Musikk, og en som setter på kaffe.',
    call: 'Søsteren min først.',
  },
  {
    signs: 'Jeg blir blid på en annen måte.',
    helps: 'At noen spør rett ut.',
    call: 'Kontaktpersonen. Han vet hva det betyr.',
  },
  { signs: 'Jeg begynner å rydde om natta.', helps: 'En tur. Så en tur til.', call: 'Mamma. Så legevakta.' },
  { signs: 'Jeg sier at alt er fint.', helps: 'Å få si det motsatte.', call: 'Hun i døra på Håland.' },
];

export const outreachNotes = {
  met: [
    'Satt på benken. Ville ha kaffe, ikke prat.',
    'Snakket fem minutter om fotball. Sa navnet sitt.',
    'Hadde vond fot. Fikk plaster og et nummer.',
  ],
  'not-met': ['Ikke der i dag. Kommer igjen torsdag.', 'Vinduet var mørkt. La ikke igjen noe.'],
  called: ['Tok telefonen. Sa ring igjen neste uke.', 'Hørte på. La på uten å si nei.'],
  'message-left': ['Kort til kiosken, med nummeret.', 'La igjen lapp i postkassa. Ingen avsender utenpå.'],
} as const satisfies Record<string, Some>;
export const outreachPlaces: Some = [
  'Bryne stasjon',
  'benken ved Meierigården',
  'Nærbø torg',
  'havna på Sirevåg',
  'Kleppekrossen',
  'biblioteket på Ålgård',
];
export const howToMeet: Some = [
  'Ring først, aldri rett på døra.',
  'Liker best å gå mens vi snakker.',
  'Ikke i uniform eller vest.',
  'Etter klokka ett.',
];

export const hardTimes: Some = [
  'Jeg har hatt en sprekk',
  'Det er tungt nå',
  'Jeg drakk i går. Jeg vil fortsette.',
  'Natta var ikke bra',
  'Jeg sprakk. Sier det med en gang 😔',
];
export const cameIntoxicated: Some = [
  'Kom ustø. Fulgt hjem, og spurt om i morgen.',
  'Hadde drukket. Fikk skyss, velkommen på torsdag.',
];
export const holds: Some = [
  'Vil ha to uker for seg selv. Vi ringer hver fredag.',
  'Inne til avrusing. Plassen står.',
  'Far er døende. Vi venter, og er der.',
  'Kne på sykehus. Vi besøker.',
];

export const areaWords: Record<string, Some> = {
  housing: ['Fukt i hjørnet, men mitt.', 'Bor hos en kamerat.'],
  money: ['Tomt den tjuende.', 'Nedbetalt første.'],
  work: ['Vil prøve.', 'To dager på lageret.'],
  family: ['Ser dem i helgene.', 'Mest stille.'],
  friends: ['En jeg stoler på.', 'Nye nå.'],
  'mental-health': ['Opp og ned.', 'Roligere.'],
  'substance-use': ['Sju uker.', 'Færre dager.'],
  'physical-health': ['Ryggen.', 'Løper igjen.'],
  leisure: ['Hockey på søndag.', 'Mye tid, lite å gjøre.'],
  meaning: ['At noen venter på meg.', 'Vet ikke ennå.'],
};
export const areas = Object.keys(areaWords) as [string, ...string[]];

export const wishInstead: Some = [
  'Vi har bil på onsdager, og henter.',
  'Et rom på frivilligsentralen, to kvelder.',
  'Samtale på telefon med tolk.',
];
export const wishReasons: readonly [
  'rule' | 'money' | 'distance' | 'full' | 'not-here',
  ...('rule' | 'money' | 'distance' | 'full' | 'not-here')[],
] = ['full', 'money', 'distance', 'not-here', 'rule'];
export const wishReasonWords: Some = [
  'Det er fullt til høsten.',
  'Det finnes ikke i kommunen.',
  'Vi har ikke penger til det i år.',
];
export const viewWords: Some = [
  'Ikke det jeg ba om, men det duger.',
  'Bedre enn jeg trodde.',
  'Jeg ville hatt det andre.',
];

export const reviews: readonly [
  Record<'changed' | 'helped' | 'wayOn', string>,
  ...Record<'changed' | 'helped' | 'wayOn', string>[],
] = [
  {
    changed: 'Jeg står opp.',
    helped: 'Lunsjen. Og at ingen spurte hvorfor.',
    wayOn: 'To dager på verkstedet, gruppa på torsdag.',
  },
  {
    changed: 'Jeg svarer på telefonen igjen.',
    helped: 'Samme person hver gang.',
    wayOn: 'Fortsette, og så færre dager når jeg vil.',
  },
  { changed: 'Ikke så mye, men jeg er her.', helped: 'At plassen sto.', wayOn: 'Seks uker til.' },
  { changed: 'Gutten min har sovet over.', helped: 'Hun som ble med på NAV.', wayOn: 'Leilighet først.' },
];
export const decisions: Some = [
  'Undersøke leiligheten og gi svar',
  'Avtale ny time hos fastlegen',
  'Være med til banken',
  'Sende søknaden før fristen',
  'Ringe hver fredag',
];
export const ownDecisions: Some = ['Komme til lunsj når det passer', 'Ringe legen selv', 'Ta med papirene'];
export const agendas: Some = [
  'Si det viktigste først. Hvem ringer meg når det er avgjort?',
  'Hva som har hjulpet, og hva jeg ikke vil mer av.',
  'Bolig. Bare bolig.',
  'Jeg vil snakke om jobb, ikke om rus.',
];
export const helperActions: Some = [
  'Ringe utleier',
  'Finne time hos gjeldsrådgiver',
  'Spørre om plass på kurset',
  'Bli med på første dag',
  'Sende skjemaet',
];
export const nextPlaces: Some = ['Arbeidstrening på Jærtun', 'Oppfølging i Stavanger', 'ROP-teamet'];
export const told: Record<
  'confidentiality-and-group-rules' | 'offers' | 'rights' | 'treatment-choice' | 'expectations',
  string
> = {
  'confidentiality-and-group-rules':
    'Det som blir sagt i gruppa, blir i gruppa. De som arbeider her har taushetsplikt. Ingen møter ruset i gruppa. Et tilbakefall er en del av veien, og stenger ingen ute.',
  offers: 'Dette finnes: grupper på dagtid, trening, hockey, samtaler, hjelp i møte med andre tjenester.',
  rights: 'Du kan klage, be om koordinator og individuell plan, og se hva som står om deg.',
  'treatment-choice': 'Du kan velge hvor du vil ha behandling, når du har rett til det.',
  expectations: 'Vi ringer når vi har sagt det. Du kommer når du kan.',
};
