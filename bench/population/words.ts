/** Made-up names and sentences of ordinary length. Nobody is meant. */
export const givenNames = [
  'Arne',
  'Berit',
  'Dag',
  'Eli',
  'Frode',
  'Gunn',
  'Hege',
  'Ivar',
  'Jorunn',
  'Knut',
  'Liv',
  'Mona',
  'Nils',
  'Odd',
  'Pia',
  'Roar',
  'Solveig',
  'Tor',
  'Unni',
  'Vidar',
  'Åse',
  'Øyvind',
] as const;
export const familyNames = [
  'Aasland',
  'Bakke',
  'Dahle',
  'Eide',
  'Fjeld',
  'Grindheim',
  'Haugland',
  'Iversen',
  'Kolstø',
  'Lunde',
  'Moen',
  'Nygård',
  'Opdal',
  'Risvik',
  'Sandvik',
  'Tveit',
  'Ulland',
  'Vågen',
  'Ødegård',
  'Åmodt',
] as const;
export const enquiryWords = [
  'Ringte selv. Vil vite hva dere gjør om dagen.',
  'Søsteren ringer: han har vært alene lenge, og vil gjerne treffe noen som har vært der selv.',
  'Skrives ut på mandag, og trenger et sted å gå til.',
] as const;
export const answerWords = [
  'Det er gruppe i morgen, og du er velkommen.',
  'Vi møter deg ved døra klokka halv ti, og tar en kaffe først.',
] as const;
export const statementWords = [
  'Jeg vil ha dager som ligner på andres',
  'Jeg vil kunne passe barnebarna en ettermiddag uten at noen er urolige',
  'Jeg vil spille i band igjen',
] as const;
export const goalTitles = [
  'Fast plass å bo',
  'Komme i arbeid tre dager i uka',
  'Orden i brevene',
  'Noen å være sammen med i helgene',
] as const;
export const gapWords = [
  'slik jeg vil ha det om et halvt år',
  'slik det er nå, på en vanlig uke',
  'små steg, ett om gangen, sammen med noen',
] as const;
export const actionTitles = [
  'Ringe legen om time',
  'Bli med på første dugnad',
  'Se på en leilighet',
  'Skrive søknaden sammen',
  'Spørre om plass på kurset',
] as const;
export const contactNotes = [
  'Møttes hjemme. Snakket om uka som var og den som kommer.',
  'Ringte som avtalt. Sover bedre, og kommer til gruppa på torsdag.',
  'Gikk en tur langs vannet. Vil gjerne ha hjelp med et brev fra kommunen; vi tar det sammen på fredag, og ringer om det er noe i mellomtiden.',
  '',
] as const;
export const groupTitles = [
  'Morgengruppe',
  'Lunsj',
  'Tur',
  'Trening',
  'Verksted',
  'Kveldsåpent',
  'Frokost',
] as const;
export const decisionWords = [
  'Undersøke leiligheten og gi svar',
  'Avtale ny time hos fastlegen',
  'Være med til banken',
] as const;
