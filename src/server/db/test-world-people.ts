import type pg from 'pg';

// Who is in the small world of random relations, and how one fact about somebody is added to it.
export const PEOPLE = 3;
export const WORKERS = 4;

export const id = (kind: number, n: number) => `b000000${kind}-0000-4000-8000-00000000000${n}`;
export const homeOf = (person: number) => id(1, person % 2);
export const personId = (person: number) => id(2, person);
export const organisationId = (place: number) => id(3, place);
export const workerId = (worker: number) => id(4, worker);
export const serviceId = (place: number) => id(7, place);
export const relatedId = (person: number) => id(5, person);
/** Who looks: each worker has a login, the last two one together; each person has one, and somebody close to each. */
export const lookers = ['worker 0', 'worker 1', 'worker 2+3', 'person 0', 'related 0', 'related 1'] as const;
export type Looker = (typeof lookers)[number];
export const secretOf = (looker: Looker) => `the secret of ${looker}, long enough to be nobody else’s`;
export const workersOf: Record<Looker, readonly number[]> = {
  'worker 0': [0],
  'worker 1': [1],
  'worker 2+3': [2, 3],
  'person 0': [],
  'related 0': [],
  'related 1': [],
};
export const placeOf = (worker: number) => worker % 2;
export const homeOfPlace = (place: number) => id(1, place);

export async function addFact(
  client: pg.Client,
  table: string,
  person: number,
  content: Record<string, unknown>,
  withdrawn = false,
): Promise<string> {
  const fact = crypto.randomUUID();
  const base = {
    municipality_id: homeOf(person),
    participant_id: personId(person),
    fact_id: fact,
    happened_at: '2020-01-01',
    recorded_by: personId(person),
    said_by: personId(person),
    legal_class: 'shared-plan',
    ...content,
  };
  const versions = [
    { ...base, id: fact, version: 1, superseded: withdrawn },
    ...(withdrawn
      ? [
          {
            ...base,
            id: crypto.randomUUID(),
            version: 2,
            supersedes: fact,
            correction_reason: 'x',
            withdrawn: true,
          },
        ]
      : []),
  ];
  for (const row of versions) {
    const columns = Object.keys(row).join(', ');
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
      [JSON.stringify(row)],
    );
  }
  return fact;
}
