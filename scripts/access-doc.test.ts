import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accessDoc, accessDocFile } from './access-doc.ts';

test('docs/access.md is what the visibility matrix says; run node scripts/access-doc.ts when it is not', () => {
  expect(readFileSync(accessDocFile, 'utf8')).toBe(accessDoc());
});
