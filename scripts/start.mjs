#!/usr/bin/env node
// `npm start`: installs what is missing, builds what changed, then runs Weir in this very process.
//   node scripts/start.mjs [options]              all five services in one process
//   node scripts/start.mjs --service=<name>       one service alone, configured by the environment
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildPage, isPageCurrent } from './build-page.mjs';

const OLDEST_NODE = [20, 19];
const PARENT_CHECK_MS = 200;
const SERVICES = ['ingestion', 'validation', 'training', 'inference', 'gateway'];
const WITH_PAGE = ['standalone', 'gateway'];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

process.env.WEIR_STARTED_AT ??= String(Date.now());
checkNode();
installMissing();
const service = serviceAskedFor();
build(service);
stopWithNpm();
await import(pathToFileURL(join(root, 'services', service, 'dist', 'main.js')).href);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`Weir needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** Told to stop, npm ends the shell between itself and this process, which gets no signal: a lost parent stands for it. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MS).unref();
}

function installMissing() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const isCurrent =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (isCurrent) return;
  say('Installing dependencies …');
  run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'The dependencies could not be installed: see above. Is the npm registry reachable?',
  );
}

function build(service) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(join(root, 'services', service, 'dist', 'main.js'))) say('Building …');
  run(process.execPath, [compiler, '-b', join('services', service)], 'The build failed: see above.');
  if (WITH_PAGE.includes(service)) buildWebPage();
}

/** The services work without it: a page that cannot be built is told, and stops nothing. */
function buildWebPage() {
  if (isPageCurrent()) return;
  say('Building the web page …');
  try {
    buildPage();
  } catch (error) {
    process.stderr.write(`${error.message}: see above. Weir starts without it.\n`);
  }
}

function serviceAskedFor() {
  const asked = process.argv.find((each) => each.startsWith('--service='));
  if (asked === undefined) return 'standalone';
  process.argv.splice(process.argv.indexOf(asked), 1);
  const name = asked.slice('--service='.length);
  if (!SERVICES.includes(name)) fail(`There is no service "${name}"; there are ${SERVICES.join(', ')}.`);
  return name;
}

function run(command, parameters, complaint) {
  const { status, error } = spawnSync(command, parameters, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error !== undefined || status !== 0)
    fail(`${complaint}${error === undefined ? '' : ` (${error.message})`}`);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
