// Every route in every relation, with another's ids: not a measurement of speed, but too long for every test run.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { runTool } from '../../scripts/run-tool.ts';
import { vitestCounts } from '../../scripts/test-reports.ts';
import { type Row, row } from '../row.ts';

/** Runs the full product as tests of their own, and counts those in which something came out that is not open. */
export async function everyRouteRows(say: (line: string) => void): Promise<Row[]> {
  const report = path.resolve(import.meta.dirname, '../../.build/bench/every-route.json');
  rmSync(report, { force: true });
  const ran = await runTool('node_modules/vitest/vitest.mjs', [
    ...['run', '--project', 'full', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]);
  const counts = vitestCounts(report);
  if (counts === null) throw new Error(`the full product did not run: ${ran.stdout}${ran.stderr}`);
  if (counts.failed > 0) say(`${ran.stdout}${ran.stderr}`);
  return [
    row('routes-in-every-relation', counts.passed + counts.failed),
    row('routes-that-leak', counts.failed),
  ];
}
