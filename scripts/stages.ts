// What `check` and `test` consist of.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildWeb } from './build.ts';
import { firstViewProblems } from './first-view.ts';
import { personNumberFaults } from './person-numbers.ts';
import { failure, type Outcome, type Stage } from './run-stages.ts';
import { root, runTool } from './run-tool.ts';
import { type Counts, playwrightCounts, vitestCounts } from './test-reports.ts';
import { compileText } from './text.ts';
import { checkWalls } from './walls.ts';

const TYPE_PROJECTS = ['src/domain', 'tsconfig.server.json', 'tsconfig.web.json', 'tsconfig.e2e.json'];
const passed = (output = ''): Outcome => ({ passed: 1, failed: 0, skipped: 0, output });

/** The fast half: nothing here needs a browser or the application's database. */
export function checkStages(): Stage[][] {
  return [
    [textStage()],
    [
      unitStage(),
      ...TYPE_PROJECTS.map(typesStage),
      lintStage(),
      lockStage(),
      wallsStage(),
      numbersStage(),
      knipStage(),
      schemaStage(),
      firstViewStage(),
    ],
  ];
}

/** Everything. */
export function testStages(): Stage[][] {
  return [
    ...checkStages(),
    [webStage(), ...databaseStages().slice(0, 1)],
    databaseStages().slice(1),
    [browserStage()],
  ];
}

function toolStage(name: string, script: string, args: string[]): Stage {
  return {
    name,
    run: async () => {
      if (!existsSync(path.join(root, script))) return failure(`${script} is missing from the checkout`);
      const ran = await runTool(script, args);
      const output = `${ran.stdout}${ran.stderr}`;
      return ran.status === 0 ? passed(output) : failure(output);
    },
  };
}

const textStage = (): Stage => ({ name: 'text', run: async () => passed(String(await compileText())) });

const webStage = (): Stage => ({ name: 'web build', run: async () => passed(String(await buildWeb())) });

const typesStage = (project: string): Stage =>
  toolStage(`types ${project}`, 'node_modules/typescript7/bin/tsc', ['-p', project, '--pretty', 'false']);

const lintStage = (): Stage =>
  toolStage('format and lint', 'node_modules/@biomejs/biome/bin/biome', [
    ...['check', '--error-on-warnings', '--max-diagnostics=30', '--colors=off'],
  ]);

const knipStage = (): Stage => toolStage('dead code', 'node_modules/knip/bin/knip.js', ['--no-progress']);

const lockStage = (): Stage => toolStage('lock', 'scripts/lock.ts', []);

const schemaStage = (): Stage => toolStage('schema dump', 'scripts/schema.ts', ['--verify']);

const wallsStage = (): Stage => ({
  name: 'walls',
  run: async () => {
    const faults = await checkWalls();
    return faults.length === 0 ? passed() : failure(faults.join('\n'));
  },
});

const numbersStage = (): Stage => ({
  name: 'person numbers',
  run: async () => {
    const faults = personNumberFaults();
    return faults.length === 0 ? passed() : failure(faults.join('\n'));
  },
});

/** Bytes, not time: the same on every machine. */
const firstViewStage = (): Stage => ({
  name: 'first view',
  run: async () => {
    await buildWeb();
    const faults = firstViewProblems();
    return faults.length === 0 ? passed() : failure(faults.join('\n'));
  },
});

const unitStage = (): Stage => vitestStage('unit tests', 'unit', {});

/** The newest PostgreSQL and the oldest supported one, unless the tests are sent to a given server. */
function databaseStages(): Stage[] {
  if (process.env['TEST_DATABASE_URL']) return [vitestStage('database tests (given)', 'db', {})];
  return [
    vitestStage('database tests (18)', 'db', { TEST_POSTGRES: '18' }),
    vitestStage('database tests (15)', 'db', { TEST_POSTGRES: '15' }),
  ];
}

function vitestStage(name: string, project: string, env: Record<string, string>): Stage {
  return {
    name,
    run: () =>
      reported(name, vitestCounts, async (report) => {
        const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
        return await runTool('node_modules/vitest/vitest.mjs', ['run', '--project', project, ...reporters], {
          env,
        });
      }),
  };
}

function browserStage(): Stage {
  return {
    name: 'browser tests',
    needs: 'web build',
    run: () =>
      reported('browser tests', playwrightCounts, async (report) => {
        const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
        return await runTool('node_modules/@playwright/test/cli.js', ['test', '--reporter=line,json'], {
          env,
        });
      }),
  };
}

/** The counts come from the tool's own report; a tool that fails without a failed test still failed. */
async function reported(
  name: string,
  read: (file: string) => Counts | null,
  run: (report: string) => ReturnType<typeof runTool>,
): Promise<Outcome> {
  const report = path.join(root, '.build/reports', `${name.replaceAll(/\W+/g, '-')}.json`);
  rmSync(report, { force: true });
  mkdirSync(path.dirname(report), { recursive: true });
  const ran = await run(report);
  const output = `${ran.stdout}${ran.stderr}`;
  const counts = read(report);
  if (counts === null) return failure(output);
  if (ran.status !== 0 && counts.failed === 0) return { ...counts, failed: 1, output };
  return { ...counts, output };
}
