import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accessRoles } from './roles.ts';
import { seenBy } from './seen-by.ts';
import { topics } from './topics.ts';
import { visibility } from './visibility.ts';
import { type Beside, type Leave, whoSees } from './who-sees.ts';

const ola: Beside = {
  worker: 'ola',
  name: 'Ola',
  organisation: 'ny-start',
  organisationName: 'Ny Start',
  kind: 'municipal',
  role: 'contact-person',
};
const kari: Beside = { ...ola, worker: 'kari', name: 'Kari', organisation: 'nav', kind: 'nav', role: 'nav' };
const toNav: Leave = { organisation: 'nav', name: 'NAV', kind: 'nav', topics: ['goals', 'wishes'] };
const seen = (name: string, from: ReturnType<typeof whoSees>) =>
  from.find((one) => one.name === name)?.topics;

describe('what somebody sees', () => {
  test('is the cells of their roles, with leave where the cell asks for it', () => {
    fc.assert(
      fc.property(fc.subarray([...accessRoles]), fc.subarray([...topics]), (roles, granted) => {
        const expected = topics.filter((topic) =>
          roles.some((role) =>
            (visibility[role][topic] ?? '')
              .split(' ')
              .some((cell) => /^[rw]/.test(cell) && (!cell.endsWith('?') || granted.includes(topic))),
          ),
        );
        expect(seenBy(roles, granted)).toEqual(expected);
      }),
    );
  });

  test('is never more when something is closed, and nothing when everything is', () => {
    fc.assert(
      fc.property(
        fc.subarray([...accessRoles]),
        fc.subarray([...topics]),
        fc.subarray([...topics]),
        (roles, granted, closed) => {
          const open = seenBy(roles, granted);
          expect(seenBy(roles, granted, closed)).toEqual(open.filter((topic) => !closed.includes(topic)));
          expect(seenBy(roles, granted, 'everything')).toEqual([]);
        },
      ),
    );
  });
});

describe('who sees what', () => {
  test('tells each once, with all they are and what where they work has been granted', () => {
    const told = whoSees([kari, { ...kari, role: 'team-member' }, ola], [toNav], []);
    expect(told.map(({ name }) => name)).toEqual(['Kari', 'Ola', 'NAV']);
    expect(told[0]?.roles).toEqual(['nav', 'team-member']);
    expect(seen('Kari', told)).toEqual(seenBy(['nav', 'team-member'], ['goals', 'wishes']));
    expect(seen('NAV', told)).toEqual(['identity', 'goals', 'wishes']);
  });

  test('of leave to one person says nothing of the others there', () => {
    const told = whoSees([], [{ ...toNav, worker: 'tor', name: 'Tor' }], []);
    expect(told).toMatchObject([{ worker: 'tor', topics: ['identity', 'goals', 'wishes'] }]);
    expect(seen('Kari', whoSees([kari], [{ ...toNav, worker: 'tor', name: 'Tor' }], []))).toEqual([
      'identity',
    ]);
  });

  test('ends when the last leave ends, and has no end while one has none', () => {
    const [first] = whoSees(
      [],
      [
        { ...toNav, until: '2024-04-01' },
        { ...toNav, until: '2024-06-01' },
      ],
      [],
    );
    expect(first?.until).toBe('2024-06-01');
    expect(whoSees([], [{ ...toNav, until: '2024-04-01' }, toNav], [])[0]).not.toHaveProperty('until');
  });

  test('leaves out whom everything is closed to, and takes a part away from everyone', () => {
    const doors = [{ organisation: 'nav' }, { topics: ['turns'] }];
    const told = whoSees(
      [kari, ola],
      [toNav, { related: 'mor', name: 'Mor', kind: 'related-person', topics: ['turns', 'goals'] }],
      doors,
    );
    expect(told.map(({ name }) => name)).toEqual(['Ola', 'Mor']);
    expect(seen('Ola', told)).toEqual(seenBy(['contact-person'], []).filter((topic) => topic !== 'turns'));
    expect(seen('Mor', told)).toEqual(['goals']);
  });

  test('tells nothing of a municipal service by itself: it is let in through those beside', () => {
    expect(whoSees([], [{ ...toNav, kind: 'municipal', organisation: 'ny-start' }], [])).toEqual([]);
  });
});
