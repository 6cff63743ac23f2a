import { numberKeys } from './number-keys.ts';

/** Keys for tests alone: what is sealed in the demonstration that they share opens in every test. */
const one = [{ id: 'test', key: Buffer.alloc(32, 'a key for tests alone') }];
export const testNumbers = numberKeys({ seal: one, mark: one });
