#!/usr/bin/env node
// `weir`: the command line. Built the first time (and by `npm run build`); from then on it starts at once.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST_NODE = [20, 19];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const main = join(root, 'cli', 'dist', 'main.js');

checkNode();
if (!existsSync(main)) build();
await import(pathToFileURL(main).href);

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`weir needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** Whatever it says goes to standard error: results alone go to standard output. */
function build() {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(compiler)) {
    say('Installing dependencies …');
    run(
      'npm',
      ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      'The dependencies could not be installed: see above. Is the npm registry reachable?',
    );
  }
  say('Building …');
  run(process.execPath, [compiler, '-b', 'cli'], 'The build failed: see above.');
}

function run(command, parameters, complaint) {
  const { status, error } = spawnSync(command, parameters, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error !== undefined || status !== 0)
    fail(`${complaint}${error === undefined ? '' : ` (${error.message})`}`);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
