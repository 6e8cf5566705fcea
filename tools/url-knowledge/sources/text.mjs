import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const FOLDER = fileURLToPath(new URL('..', import.meta.url));

/** The lines of a file of this folder, without comments and empty ones. */
export function read(path) {
  return readFileSync(`${FOLDER}${path}`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

/** Blocks headed `[class]`, each a sorted list of distinct names. */
export function readBlocks(path) {
  const blocks = {};
  let block;
  for (const line of read(path)) {
    if (line.startsWith('[')) blocks[line.slice(1, -1)] = block = new Set();
    else for (const name of line.split(' ').filter(Boolean)) block.add(name);
  }
  return Object.fromEntries(Object.entries(blocks).map(([name, names]) => [name, [...names].sort()]));
}
