// The import boundaries, and two canaries: every file was seen, and a planted breach is found.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root, runTool } from './run-tool.ts';

interface Cruise {
  modules: { source: string }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
}

const CRUISER = 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs';
const PLANTED = [
  'domain-is-pure',
  'server-nouns-meet-in-shells',
  'web-nouns-meet-in-app',
  'web-takes-types-from-contract',
  'web-without-server',
];

async function cruise(directories: string[], cwd: string): Promise<Cruise> {
  const config = ['--config', path.join(root, '.dependency-cruiser.cjs')];
  const types = ['--ts-config', path.join(root, 'tsconfig.json')];
  const ran = await runTool(CRUISER, [...config, ...types, '--output-type', 'json', ...directories], { cwd });
  try {
    return JSON.parse(ran.stdout) as Cruise;
  } catch {
    throw new Error(`dependency-cruiser gave no result:\n${ran.stderr || ran.stdout}`);
  }
}

function sourceFiles(directory: string): string[] {
  return readdirSync(path.join(root, directory), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(directory, file))
    .filter(isOurSource);
}

function isOurSource(file: string): boolean {
  return /^src\/(?!text\/generated\/).*\.tsx?$/.test(file);
}

/** What is wrong, one line each; nothing when the walls stand. */
export async function checkWalls(): Promise<string[]> {
  const [house, fixture] = await Promise.all([
    cruise(['src', 'db', 'scripts'], root),
    cruise(['src'], path.join(root, 'scripts/walls-fixture')),
  ]);
  const breaches = house.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
  const seen = new Set(house.modules.map((module) => module.source));
  const unseen = sourceFiles('src').filter((file) => !seen.has(file));
  const found = new Set(fixture.summary.violations.map((violation) => violation.rule.name));
  const missed = PLANTED.filter((name) => !found.has(name));
  return [
    ...breaches,
    ...unseen.map((file) => `not seen by dependency-cruiser: ${file}`),
    ...(seen.size === 0 ? ['dependency-cruiser saw no module at all'] : []),
    ...missed.map((name) => `the planted breach of ${name} was not found`),
  ];
}
