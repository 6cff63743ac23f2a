import { pick, type Random } from './random.ts';
import type { Origin } from './voices.ts';

interface Names {
  women: readonly [string, ...string[]];
  men: readonly [string, ...string[]];
  family: readonly [string, ...string[]];
}

const list = (words: string): [string, ...string[]] => {
  const [first = '', ...others] = words.split(' ');
  return [first, ...others];
};

/** Ordinary names put together by chance: nobody is meant. */
const names: Record<Origin, Names> = {
  no: {
    women: list(
      'Berit Eli Gunn Hege Jorunn Liv Mona Pia Solveig Unni Åse Ida Marte Kine Thea Silje Randi Torunn Vilde Ragnhild Bente Maja Gro Sigrid',
    ),
    men: list(
      'Arne Dag Frode Ivar Knut Nils Odd Roar Tor Vidar Øyvind Espen Jan Kjell Stig Eirik Pål Trond Vegard Åge Kåre Rolf Bjarte Sindre',
    ),
    family: list(
      'Aasland Bakke Dahle Eide Fjeld Grindheim Haugland Iversen Kolstø Lunde Moen Opdal Risvik Sandvik Tveit Ulland Vågen Ødegård Åmodt Herikstad Undheim Njå Salte Erga Sele Norheim',
    ),
  },
  se: {
    women: list('Inga Elle Ristin Máret'),
    men: list('Ánte Máhtte Nils Jovnna'),
    family: list('Sara Eira Gaup Utsi'),
  },
  ar: {
    women: list('Amal Huda Layla Rana'),
    men: list('Khaled Omar Yusuf Tarek'),
    family: list('Darwish Nasser Khoury Mansour Saleh'),
  },
  ta: {
    women: list('Meena Priya Kavitha'),
    men: list('Suresh Anand Ravi'),
    family: list('Selvaraj Kumaran Nadarajah Sivalingam'),
  },
  uk: {
    women: list('Oksana Iryna Halyna'),
    men: list('Taras Bohdan Andrij'),
    family: list('Kovalenko Moroz Shevchuk Bondar'),
  },
  pl: {
    women: list('Agnieszka Beata Ewa'),
    men: list('Marek Tomasz Piotr'),
    family: list('Nowak Zieliński Wójcik Mazur'),
  },
  so: {
    women: list('Hodan Ayaan Sahra'),
    men: list('Abdi Mahad Liban'),
    family: list('Warsame Farah Jama Hersi'),
  },
};

export interface Named {
  givenName: string;
  familyName: string;
  gender: 'woman' | 'man' | 'other';
}

export function nameFrom(random: Random, origin: Origin): Named {
  const { women, men, family } = names[origin];
  const drawn = random();
  const gender = drawn < 0.3 ? 'woman' : drawn < 0.98 ? 'man' : 'other';
  const given = gender === 'woman' || (gender === 'other' && random() < 0.5) ? women : men;
  return { givenName: pick(random, given), familyName: pick(random, family), gender };
}

/** Bench workers and others of whom only a name is needed. */
export const anyName = (random: Random): string => {
  const { givenName, familyName } = nameFrom(random, 'no');
  return `${givenName} ${familyName}`;
};
