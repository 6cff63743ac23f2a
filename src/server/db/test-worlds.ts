// Worlds of relations, at random.
import fc from 'fast-check';
import { accessRoles, organisationRoles } from '#domain/access/roles.ts';
import { topics } from '#domain/access/topics.ts';
import type { Period, World } from './test-world.ts';
import { PEOPLE, WORKERS } from './test-world-people.ts';
import { someWork } from './test-world-work.ts';

const somePeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.integer({ min: -3, max: 2 }), fc.option(fc.integer({ min: 1, max: 4 })))
  .map(([from, length]) => [from, length === null ? null : from + length] as const);
export const person = fc.integer({ min: 0, max: PEOPLE - 1 });
const worker = fc.integer({ min: 0, max: WORKERS - 1 });
const someTopics = fc.subarray([...topics], { minLength: 1 });
const relation = { person, period: somePeriod, withdrawn: fc.boolean() };
const kind = fc.constantFrom('municipal', ...organisationRoles);
const teamRole = fc.constantFrom(...accessRoles.slice(1, 5), 'nav' as const, 'dps' as const);
const someBits = fc.integer({ min: 0, max: 2 ** topics.length - 1 });
export const worlds: fc.Arbitrary<World> = fc.record({
  kinds: fc.tuple(kind, kind),
  employed: fc.array(
    fc.record({
      role: fc.constantFrom('worker', 'intake', 'partner', 'peer', 'coordinating-unit', 'auditor'),
      period: somePeriod,
    }),
    { minLength: WORKERS, maxLength: WORKERS },
  ),
  members: fc.array(fc.record({ ...relation, worker, role: teamRole }), { maxLength: 6 }),
  consents: fc.array(
    fc.record({
      ...relation,
      to: fc.constantFrom(0, 1, 'related' as const, 'one' as const),
      worker,
      topics: someTopics,
    }),
    { maxLength: 6 },
  ),
  blocks: fc.array(
    fc
      .record({
        person,
        withdrawn: fc.boolean(),
        to: fc.constantFrom('worker' as const, 'organisation' as const, 'all' as const),
        which: worker,
        topics: fc.option(someTopics),
      })
      .filter(({ to, topics: closed }) => to !== 'all' || closed !== null),
    { maxLength: 4 },
  ),
  mandates: fc.array(fc.record({ ...relation, topics: someTopics }), { maxLength: 2 }),
  emergencies: fc.array(fc.record({ person, period: somePeriod, worker }), { maxLength: 2 }),
  work: someWork,
  policy: fc.option(
    fc.record(
      Object.fromEntries(accessRoles.map((role) => [role, fc.tuple(someBits, someBits)])),
    ) as fc.Arbitrary<NonNullable<World['policy']>>,
  ),
  strong: fc.boolean(),
});
