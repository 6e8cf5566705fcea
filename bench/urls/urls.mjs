// Raw URLs: how fast they are read. See bench/README.md.
import { writeFileSync } from 'node:fs';
import { measureExtraction } from './extraction.mjs';

const MEASURES = { extraction: measureExtraction };

export const MODES = Object.keys(MEASURES);

export async function measure({ rounds, quick = false, json }, modes) {
  const context = { rounds: rounds === undefined ? undefined : Number(rounds), quick };
  const results = {};
  for (const mode of modes.length > 0 ? modes : MODES) {
    process.stdout.write(`\n### ${mode}${quick ? ' (quick: sizes that prove nothing)' : ''}\n\n`);
    results[mode] = await MEASURES[mode](context);
  }
  if (json !== undefined)
    writeFileSync(json, `${JSON.stringify({ node: process.versions.node, results }, null, 2)}\n`);
}
