import { expect, test } from 'vitest';
import { rewriteOwn } from './rewrite.ts';

test('a participant rewrites what they told, and not what a service wrote', () => {
  const may = (byParticipant: boolean, ofParticipant: boolean) =>
    rewriteOwn({ byParticipant, ofParticipant }).ok;
  expect([may(true, true), may(true, false), may(false, true), may(false, false)]).toEqual([
    true,
    false,
    true,
    true,
  ]);
});
