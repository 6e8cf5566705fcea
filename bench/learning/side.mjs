import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { watchTree } from '../measure/process-tree.mjs';
import { ROOT } from '../measure/processes.mjs';

const scriptOf = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A script of weir/ as a side: its file takes the problem's file and further words, and prints one line of JSON. */
export function weirSide(script, ...words) {
  return { command: process.execPath, parameters: [scriptOf(`weir/${script}.mjs`)], words };
}

/** The same for a script of python/. */
export function pythonSide(python, script, ...words) {
  return { command: python, parameters: ['-B', scriptOf(`python/${script}.py`)], words };
}

/** Runs one side in a fresh process: what it printed, with its highest memory and CPU seconds (start-up included). */
export async function runSide({ command, parameters, words }, problemFile) {
  const child = spawn(command, [...parameters, problemFile, ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const tree = watchTree(child.pid);
  let output = '';
  let complaints = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (complaints += chunk));
  const [code, signal] = await once(child, 'close');
  if (code !== 0) {
    tree.stop();
    throw new Error(`${parameters.at(-1)} ended with ${signal ?? code}: ${complaints.trim().slice(-1500)}`);
  }
  const { own, ...result } = JSON.parse(output);
  return { ...result, ...tree.stop(own) };
}

/**
 * Runs every side once a round, in turn, each round from the other end: side → its results, one a round.
 * `problemFile` is one for all, or one a side by its name.
 */
export async function interleave(sides, rounds, problemFile) {
  const names = Object.keys(sides);
  const results = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed())
      results[name].push(await runSide(sides[name], problemFile[name] ?? problemFile));
  }
  return results;
}
