import { createHash } from 'node:crypto';
import { factTables } from '../population/tables.ts';

const kinds = [
  'municipality',
  'cooperation',
  'organisation',
  'service',
  'worker',
  'login',
  'participant',
  'session',
  ...factTables,
  'series',
  'letter',
  'code-way',
  'merge',
] as const;
export type Kind = (typeof kinds)[number];

/** The personas, in the order in which the demonstration offers them. */
export const personaNames = [
  'rune',
  'tone',
  'ola',
  'siren',
  'christer',
  'anne',
  'kari',
  'ingunn',
  'mamma',
  'jon',
  'per',
  'nora',
  'randi',
  'terje',
  'arvid',
] as const;
export type PersonaName = (typeof personaNames)[number];

/**
 * The id of something in the demonstration: the same every time, of version 7 form, and readable.
 * 018e00KK says the kind, the next four digits the persona (1 is Rune; ffff is somebody else), the rest is the name's hash.
 */
export function idOf(kind: Kind, name: string): string {
  const persona = (personaNames as readonly string[]).indexOf(name) + 1 || 0xffff;
  const hash = createHash('sha256').update(`${kind} ${name}`).digest('hex');
  return [
    `018e00${hex(kinds.indexOf(kind) + 1, 2)}`,
    hex(persona, 4),
    `7${hash.slice(0, 3)}`,
    `8${hash.slice(3, 6)}`,
    hash.slice(6, 18),
  ].join('-');
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
