import type { AccessRole } from '#domain/access/roles.ts';
import type { Purpose } from '#text/purposes.ts';

/** What a transaction opens, written to the log before anything is read. */
export type Door =
  | { look: Purpose; ids: string[]; named?: readonly string[] }
  /** Of one who is registered twice, the row on which what is named stands. */
  | { change: Purpose; ids: string[]; named?: readonly string[] }
  /** Somebody, on all of their rows that the actor has a relation to. */
  | { person: Purpose; id: string }
  /** Those to whom the actor is one of `as`, or anything. */
  | { list: Purpose; as?: readonly AccessRole[] }
  | { group: Purpose; municipalityId: string; session: string }
  | { find: Purpose; query: string }
  /** The exact number, by its marks. */
  | { findNumber: Purpose; marks: readonly Buffer[] }
  /** One's own, with the rights that another has, and would have with these topics besides. */
  | { preview: Purpose; mine: string; to: Previewed; topics: readonly string[] }
  /** Somebody one is told of, who may be one's own already; what is new is added afterwards. */
  | { meet: Purpose; who: Newcomer }
  /** What is called inside is a door of its own, which writes the log; its row stays also when the answer is no. */
  | 'by-function'
  | 'nobody';

/** Whose eyes a preview is seen with. */
export interface Previewed {
  organisation?: string | undefined;
  worker?: string | undefined;
  related?: string | undefined;
}

/** What one is told of somebody before knowing who it is. */
export interface Newcomer {
  givenName: string;
  familyName?: string;
  phone?: string;
  /** yyyy-mm-dd */
  birthDay?: string;
  /** Of the person's number, when it was told. */
  marks?: readonly Buffer[];
}

/** A door to somebody who is named. */
export const isNamed = (door: Door): boolean =>
  typeof door === 'object' && ('ids' in door || 'person' in door);
