import { expect, test } from 'vitest';
import { firstViewFaults } from './first-view.ts';

const view = (gzipped: number, modules: Record<string, number>) => ({
  home: '/min-plan',
  language: 'nb',
  gzipped,
  files: [],
  modules,
});
const kept = { 'src/web/my-plan/promises.tsx': 3_000, react: 17_000, 'sentences of /min-plan': 40_000 };

test('a home within its budget is not spoken of, whatever grew in it', () => {
  expect(firstViewFaults([view(150_000, { 'sentences of /min-plan': 90_000 })], 150, kept)).toEqual([]);
});

test('a home over its budget tells what grew, the most first, and nothing of what did not', () => {
  const modules = {
    'src/web/my-plan/promises.tsx': 4_000,
    'src/web/ui/calendar.tsx': 9_000,
    react: 17_000,
    'sentences of /min-plan': 39_000,
  };
  const [fault = '', ...others] = firstViewFaults([view(150_100, modules)], 150, kept);
  expect(others).toEqual([]);
  expect(fault).toContain('/min-plan in nb weighs 150.1 kB gzipped; its budget is 150 kB');
  expect(
    fault
      .split('\n')
      .slice(1)
      .map((line) => line.trim()),
  ).toEqual([
    '9.0 kB more, now 9.0 kB unpacked: src/web/ui/calendar.tsx',
    '1.0 kB more, now 4.0 kB unpacked: src/web/my-plan/promises.tsx',
  ]);
});
