// Runs the stages of `check` and `test`, tells of each in one line, and ends with the sum.
import { stopTools } from './run-tool.ts';
import type { Counts } from './test-reports.ts';

export interface Outcome extends Counts {
  output: string;
}

export interface Stage {
  name: string;
  run(): Promise<Outcome>;
  /** The name of a stage without whose success this one makes no sense. */
  needs?: string;
}

const AT_ONCE = 2;
const inCi = Boolean(process.env['CI']) && process.env['CI'] !== 'false';

/** Groups run one after the other, the stages of a group two at a time. Returns the exit code. */
export async function runStages(groups: Stage[][]): Promise<number> {
  endToolsOnSignal();
  const done = new Map<string, Outcome>();
  for (const group of groups) {
    const waiting = [...group];
    const worker = async () => {
      for (let stage = waiting.shift(); stage; stage = waiting.shift())
        done.set(stage.name, await runOne(stage, done));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }
  return summarise([...done.values()]);
}

async function runOne(stage: Stage, done: Map<string, Outcome>): Promise<Outcome> {
  const started = performance.now();
  const outcome = judge(await attempt(stage, done));
  const seconds = ((performance.now() - started) / 1_000).toFixed(1).padStart(6);
  const sign = outcome.failed > 0 ? '✗' : '✓';
  process.stdout.write(`${sign} ${stage.name.padEnd(28)} ${seconds} s  ${phrase(outcome)}\n`);
  if (outcome.failed > 0) process.stdout.write(`${outcome.output.trimEnd().replace(/^/gm, '    ')}\n`);
  return outcome;
}

async function attempt(stage: Stage, done: Map<string, Outcome>): Promise<Outcome> {
  if (stage.needs && (done.get(stage.needs)?.failed ?? 1) > 0)
    return failure(`not run, because ${stage.needs} failed`);
  try {
    return await stage.run();
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

export function failure(output: string): Outcome {
  return { passed: 0, failed: 1, skipped: 0, output };
}

/** A stage without a single test has not run; a test that CI skips has not been passed. */
function judge(outcome: Outcome): Outcome {
  const { passed, failed, skipped, output } = outcome;
  if (passed + failed + skipped === 0) return failure(`${output}\nNot a single test ran.`);
  if (!inCi || skipped === 0) return outcome;
  return {
    passed,
    failed: failed + skipped,
    skipped: 0,
    output: `${output}\n${skipped} skipped, which CI does not accept.`,
  };
}

function phrase({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function summarise(outcomes: Outcome[]): number {
  const sum = (key: keyof Counts) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  process.stdout.write(`${phrase(total)}\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function endToolsOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopTools();
      process.exit(130);
    });
  }
}
