/** Where on a person’s page one is, kept in the address: a tab, and what one is doing about what. */
export interface PersonSearch {
  fane?: string;
  gjor?: string;
  om?: string;
}

const word = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

export function personSearch(search: Record<string, unknown>): PersonSearch {
  const [fane, gjor, om] = [word(search['fane']), word(search['gjor']), word(search['om'])];
  return { ...(fane ? { fane } : {}), ...(gjor ? { gjor } : {}), ...(om ? { om } : {}) };
}
