import type { contactKinds } from '#contract/contact.ts';
import { contactKindText } from '#text/text.ts';

export type ContactKind = (typeof contactKinds)[number];

const kinds: readonly ContactKind[] = [
  'home',
  'phone',
  'walk',
  'accompaniment',
  'talk',
  'message',
  'consultant-call',
  'missed',
];

export const isKind = (kind: string | undefined): kind is ContactKind =>
  kinds.some((known) => known === kind);

export const kindOptions = () => kinds.map((value) => ({ value, label: contactKindText(value) }));
