import fc from 'fast-check';
import type pg from 'pg';
import type { AccessRole } from '#domain/access/roles.ts';
import {
  addFact,
  homeOf,
  homeOfPlace,
  type Looker,
  personId,
  placeOf,
  serviceId,
  workerId,
  workersOf,
} from './test-world-people.ts';

// The relations that follow from work in a service: somebody asked, was met outside, is alone in it, or is expected at a samling.
// As rows, and what they make of a worker, worked out again.
export interface Work {
  asked: readonly { person: number; place: number; what: 'enquiry' | 'outreach'; withdrawn: boolean }[];
  /** Days from the moment; what was asked was asked on day −5. */
  stays: readonly { person: number; place: number; day: number; state: State }[];
  /** Whose clock says that a contact person is missing. */
  alone: readonly { person: number; day: number }[];
  sessions: readonly { place: number; leader: number; day: number }[];
  attendances: readonly { person: number; session: number; withdrawn: boolean }[];
}
const states = ['asked', 'declined', 'waiting', 'mapping', 'active', 'paused', 'ended'] as const;
type State = (typeof states)[number];
const UNDER_WAY: readonly State[] = ['asked', 'waiting', 'mapping', 'active', 'paused'];
const EXPECTED: readonly State[] = ['waiting', 'mapping', 'active'];
const ASKED_ON = -5;

const person = fc.integer({ min: 0, max: 2 });
const place = fc.integer({ min: 0, max: 1 });
const worker = fc.integer({ min: 0, max: 3 });
export const someWork: fc.Arbitrary<Work> = fc.record({
  asked: fc.array(
    fc.record({ person, place, what: fc.constantFrom('enquiry', 'outreach'), withdrawn: fc.boolean() }),
    { maxLength: 4 },
  ),
  stays: fc.array(
    fc.record({ person, place, day: fc.constantFrom(-9, -5, -2), state: fc.constantFrom(...states) }),
    { maxLength: 3 },
  ),
  alone: fc.array(fc.record({ person, day: fc.constantFrom(-1, 0, 1) }), { maxLength: 2 }),
  sessions: fc.array(fc.record({ place, leader: worker, day: fc.constantFrom(-4, -3, 0, 0.5, 1, 2) }), {
    maxLength: 3,
  }),
  attendances: fc.array(
    fc.record({ person, session: fc.integer({ min: 0, max: 2 }), withdrawn: fc.boolean() }),
    { maxLength: 3 },
  ),
});

const sessionId = (session: number) => `b0000008-0000-4000-8000-00000000000${session}`;

/** As rows, at a moment. */
export async function buildWork(
  client: pg.Client,
  work: Work,
  instant: (days: number) => string,
): Promise<void> {
  const at = (where: number) => ({
    service_municipality_id: homeOfPlace(where),
    service_id: serviceId(where),
  });
  for (const { person: who, place: where, what, withdrawn } of work.asked)
    await addFact(
      client,
      what,
      who,
      {
        ...at(where),
        happened_at: instant(ASKED_ON),
        ...(what === 'enquiry' ? { source: 'self', words: 'x' } : { outcome: 'met', note: '' }),
      },
      withdrawn,
    );
  for (const { person: who, place: where, day, state } of work.stays) {
    const enrolment = await addFact(client, 'enrolment', who, { ...at(where), happened_at: instant(day) });
    await addFact(client, 'enrolment_state', who, {
      enrolment_id: enrolment,
      state,
      happened_at: instant(day),
      ...(state === 'ended' ? { ended_because: 'reached' } : {}),
    });
  }
  for (const { person: who, day } of work.alone)
    await client.query(
      `insert into clock (municipality_id, participant_id, rule, subject_id, shows_at, opens_at, owner_role)
       values ($1, $2, 'contact-person-missing', gen_random_uuid(), $3, $3, 'leader')`,
      [homeOf(who), personId(who), instant(day)],
    );
  for (const [session, { place: where, leader, day }] of work.sessions.entries())
    await client.query(
      `insert into group_session (municipality_id, id, service_id, title, place, starts_at, ends_at, leader_municipality_id, leader_worker_id)
       values ($1, $2, $3, 'Prøve', 'Her', $4, $4::timestamptz + interval '1 hour', $5, $6)`,
      [
        homeOfPlace(where),
        sessionId(session),
        serviceId(where),
        instant(day),
        homeOfPlace(placeOf(leader)),
        workerId(leader),
      ],
    );
  for (const { person: who, session, withdrawn } of work.attendances)
    await addFact(
      client,
      'attendance',
      who,
      {
        session_municipality_id: homeOfPlace(work.sessions[session]?.place ?? 0),
        session_id: sessionId(session),
        answer: 'coming',
      },
      withdrawn,
    );
}

/** What work in a service makes of one of the looker's workers, to one person. */
export function rolesByWork(
  work: Work,
  { looker, worker: one, role, person: who, homes }: Standing,
): AccessRole[] {
  const at = placeOf(one);
  const stays = work.stays.filter(({ person: whose, place: where }) => whose === who && where === at);
  const answered = stays.some(({ day, state }) => day >= ASKED_ON || UNDER_WAY.includes(state));
  const asked = (what: string) =>
    !answered &&
    work.asked.some((it) => it.what === what && it.person === who && it.place === at && !it.withdrawn);
  const alone =
    homes.includes(homeOf(who)) &&
    work.alone.some(({ person: whose, day }) => whose === who && day <= 0) &&
    stays.some(({ state }) => UNDER_WAY.includes(state));
  const leads = work.sessions.some(
    ({ leader, day, place: where }, session) =>
      workersOf[looker].includes(leader) &&
      leader === one &&
      day >= -3 &&
      day <= 1 &&
      (work.stays.some(
        (stay) => stay.person === who && stay.place === where && EXPECTED.includes(stay.state),
      ) ||
        work.attendances.some((it) => it.person === who && it.session === session && !it.withdrawn)),
  );
  return [
    ...(role === 'intake' && (asked('enquiry') || alone) ? (['intake'] as const) : []),
    ...(['worker', 'intake', 'peer'].includes(role) && asked('outreach') ? (['outreach'] as const) : []),
    ...(leads ? (['group-leader'] as const) : []),
  ];
}

interface Standing {
  looker: Looker;
  worker: number;
  /** What the worker is employed as. */
  role: string;
  person: number;
  /** The municipalities near the looker. */
  homes: readonly string[];
}
