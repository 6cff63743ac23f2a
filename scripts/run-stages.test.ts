import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Outcome, runStages, type Stage } from './run-stages.ts';

let said = '';

beforeEach(() => {
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((part) => {
    said += String(part);
    return true;
  });
});

afterEach(() => vi.restoreAllMocks());

const stage = (name: string, counts: Partial<Outcome>, needs?: string): Stage => ({
  name,
  run: async () => ({ passed: 0, failed: 0, skipped: 0, output: 'what it said', ...counts }),
  ...(needs === undefined ? {} : { needs }),
});

const lastLine = () => said.trimEnd().split('\n').at(-1);

describe('a run of stages', () => {
  test('adds up, and ends with the sum as a plain last line', async () => {
    expect(await runStages([[stage('one', { passed: 3 })], [stage('two', { passed: 1 })]])).toBe(0);
    expect(lastLine()).toBe('4 passed, 0 failed');
  });

  test('runs what comes after a failure, and fails', async () => {
    expect(await runStages([[stage('one', { failed: 1 })], [stage('two', { passed: 1 })]])).toBe(1);
    expect(said).toContain('    what it said');
    expect(lastLine()).toBe('1 passed, 1 failed');
  });

  test('counts a stage without a single test, and one that throws, as failed', async () => {
    const broken: Stage = { name: 'broken', run: () => Promise.reject(new Error('no such tool')) };
    expect(await runStages([[stage('empty', {}), broken]])).toBe(1);
    expect(said).toContain('Not a single test ran');
    expect(said).toContain('no such tool');
    expect(lastLine()).toBe('0 passed, 2 failed');
  });

  test('does not run what needs a stage that failed', async () => {
    await runStages([[stage('build', { failed: 1 })], [stage('browser', { passed: 9 }, 'build')]]);
    expect(said).toContain('not run, because build failed');
    expect(lastLine()).toBe('0 passed, 2 failed');
  });
});
