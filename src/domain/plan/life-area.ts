import { ok, type Result, refuse } from '../result.ts';

/** The parts of a life, as the conversation wheel has them; goals and wishes may name one. */
export const lifeAreas = [
  'housing',
  'money',
  'work',
  'education',
  'family',
  'friends',
  'physical-health',
  'mental-health',
  'substance-use',
  'leisure',
  'daily-living',
  'transport',
  'safety',
  'meaning',
] as const;
export type LifeArea = (typeof lifeAreas)[number];

/** How it is in one part of life: from 0 to 10, in own words, or both. */
export interface SaidOfArea {
  area: LifeArea;
  rating: number | null;
  words: string | null;
}

/**
 * One talk over the wheel: whichever parts of life somebody wants to talk about, each once, with something said of it.
 * @returns what was said, in the order of the wheel; refused when a part comes twice, or nothing is said of one
 */
export function talkOver(said: readonly SaidOfArea[]): Result<SaidOfArea[], 'area-twice' | 'nothing-said'> {
  if (new Set(said.map(({ area }) => area)).size < said.length) return refuse('area-twice');
  if (said.length === 0 || said.some(({ rating, words }) => rating === null && words === null))
    return refuse('nothing-said');
  return ok(said.toSorted((a, b) => lifeAreas.indexOf(a.area) - lifeAreas.indexOf(b.area)));
}
