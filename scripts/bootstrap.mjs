// The one way in: installs what is missing, then runs scripts/<entry>.ts on our own Node 24.
// Plain JavaScript with built-ins only, because it runs before node_modules exists and on Node 20.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRIES = ['start', 'test', 'check', 'bench', 'medvandrer', 'dev', 'schema'];
const OLDEST_NODE = [20, 19];
const STOP_GRACE_MS = 8_000;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function versionOf(node) {
  return node.replace(/^v/, '').split('.').map(Number);
}

function demandNode() {
  const [major = 0, minor = 0] = versionOf(process.version);
  const [oldMajor, oldMinor] = OLDEST_NODE;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  refuse(`Medvandrer needs Node ${oldMajor}.${oldMinor} or newer to start; this is ${process.version}.`);
}

function npmCommand() {
  const running = process.env.npm_execpath;
  if (running && path.basename(running) === 'npm-cli.js' && existsSync(running))
    return [process.execPath, running];
  const beside = path.join(path.dirname(process.execPath), 'npm');
  return [existsSync(beside) ? beside : 'npm'];
}

function lockHash() {
  const lock = path.join(root, 'package-lock.json');
  if (!existsSync(lock)) refuse('package-lock.json is missing: the checkout is not complete.');
  return createHash('sha256').update(readFileSync(lock)).digest('hex');
}

function installWhatIsMissing() {
  const mark = path.join(modules, '.medvandrer-lock');
  const wanted = lockHash();
  if (existsSync(mark) && readFileSync(mark, 'utf8').trim() === wanted) return;
  process.stderr.write('Installing the packages in package-lock.json (npm ci) …\n');
  const [command, ...before] = npmCommand();
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm's own lines go to stderr, so that a command with --json keeps stdout to itself
  const ran = spawnSync(command, [...before, ...flags], { cwd: root, stdio: ['ignore', 2, 2] });
  if (ran.error?.code === 'ENOENT')
    refuse('npm was not found. Install npm (it comes with Node) and try again.');
  if (ran.error) refuse(`npm could not be started: ${ran.error.message}`);
  if (ran.status !== 0) {
    const how = ran.signal ? `was stopped by ${ran.signal}` : `ended with status ${ran.status}`;
    refuse(`npm ci ${how}; its own message is above. Nothing was started.`);
  }
  writeFileSync(mark, `${wanted}\n`);
}

function ourNode() {
  const packaged = path.join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  if (versionOf(process.version)[0] >= 24) return process.execPath;
  return refuse(
    `There is no packaged Node 24 for ${process.platform} ${process.arch}, and this is Node ${process.version}. ` +
      'Install Node 24 or newer and try again.',
  );
}

/** The process whose death means that whoever asked for us is gone: npm, or npm behind the shell it starts. */
function ancestors() {
  const pids = [process.ppid];
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    if (/^(da|ba|z|k|a)?sh$/.test(name))
      pids.push(Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  } catch {
    // no /proc: the parent's pid alone has to do
  }
  return pids;
}

function stopWhenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors().join();
  const watch = setInterval(() => {
    if (ancestors().join() === before) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

// What Node has read and compiled once it need not read again: half of the time it takes to load the server.
const compiled = process.env.NODE_COMPILE_CACHE ?? path.join(root, '.build', 'compiled');

// Collect garbage often: twice the memory buys this server nothing. Below 2 GB Node lets the heap grow by a half between
// two collections instead of fourfold; a gigabyte is many times what anything here needs.
const frugal = ['--max-semi-space-size=2', '--max-old-space-size=1024'];

function run(node, entry, rest) {
  const file = path.join(root, 'scripts', `${entry}.ts`);
  if (!existsSync(file)) refuse(`scripts/${entry}.ts does not exist in this checkout.`);
  // detached: a Ctrl-C in the terminal reaches the child once, through us, and not twice
  const child = spawn(node, [...frugal, file, ...rest], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  const last = new Map();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // npm repeats the signal that the terminal already sent
      if (Date.now() - (last.get(signal) ?? 0) < 1_000) return;
      last.set(signal, Date.now());
      child.kill(signal);
    });
  }
  stopWhenNpmIsGone(() => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS).unref();
  });
  child.on('error', (error) => refuse(`Node could not be started (${node}): ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

const [entry = '', ...rest] = process.argv.slice(2);
demandNode();
if (!ENTRIES.includes(entry)) refuse(`Usage: node scripts/bootstrap.mjs ${ENTRIES.join('|')} [arguments]`);
installWhatIsMissing();
run(ourNode(), entry, rest);
