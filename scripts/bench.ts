// Measures what the product promises of speed and weight, on this machine: npm run bench -- [--quick] [--only NAME] [--json FILE]
import './parent-watch.ts';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fails, line, type Name, names, type Row } from '../bench/row.ts';
import { run } from '../bench/run.ts';

const usage = `Usage: npm run bench -- [--quick] [--only NAME] [--json FILE]\nNames: ${names.join(', ')}`;

function wantedFrom(args: string[]): { quick: boolean; only?: Name; json?: string } {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const only = names.find((name) => name === values.only);
  if (values.only !== undefined && only === undefined)
    throw new Error(`There is no row named ${values.only}.`);
  return {
    quick: values.quick,
    ...(only === undefined ? {} : { only }),
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}

function tell(rows: Row[], quick: boolean, json: string | undefined): void {
  console.log(quick ? 'Quick run: few people and short; not the figures to judge by.' : 'Full run.');
  for (const row of rows) console.log(line(row));
  // A quick figure carries it in its name, so that nobody takes it for a full one.
  const written = quick ? rows.map((row) => ({ ...row, name: `${row.name} (quick)` })) : rows;
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(written, null, 2)}\n`);
}

let wanted: ReturnType<typeof wantedFrom>;
try {
  wanted = wantedFrom(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\n${usage}`);
  process.exit(2);
}
try {
  const rows = await run({ ...wanted, say: (text) => console.log(text) });
  tell(rows, wanted.quick, wanted.json);
  process.exit(rows.some(fails) ? 1 : 0);
} catch (error) {
  console.error((error as Error).stack ?? String(error));
  process.exit(2);
}
