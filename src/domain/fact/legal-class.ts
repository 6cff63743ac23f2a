/**
 * Which law governs insight, correction and retention of a fact (standing in the record, never who may see it: that is its topic).
 */
export const legalClasses = [
  'health-record',
  'social-case',
  'shared-plan',
  'participant-own',
  'relative-own',
  'voluntary-work',
] as const;
export type LegalClass = (typeof legalClasses)[number];

/** The class of a worker's own note: it follows the organisation that the worker writes for. */
export function legalClassOfNote(organisationKind: string): LegalClass {
  if (organisationKind === 'nav') return 'social-case';
  if (organisationKind === 'voluntary' || organisationKind === 'work-training') return 'voluntary-work';
  return 'health-record';
}
