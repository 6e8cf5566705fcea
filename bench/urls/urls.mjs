// Raw URLs: how fast they are read and judged. See bench/README.md.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { measureExtraction } from './extraction.mjs';
import { measurePipeline } from './pipeline.mjs';
import { measureRest } from './rest.mjs';
import { measureVerdicts } from './verdicts.mjs';

const MEASURES = {
  extraction: measureExtraction,
  verdicts: measureVerdicts,
  rest: measureRest,
  pipeline: measurePipeline,
};

export const MODES = Object.keys(MEASURES);

export async function measure({ rounds, quick = false, json }, modes) {
  const context = { rounds: rounds === undefined ? undefined : Number(rounds), quick };
  const results = {};
  for (const mode of modes.length > 0 ? modes : MODES) {
    process.stdout.write(`\n### ${mode}${quick ? ' (quick: sizes that prove nothing)' : ''}\n\n`);
    const before = loadavg();
    const result = await MEASURES[mode](context);
    results[mode] = { ...result, load: { before, after: loadavg() } };
    process.stdout.write(`\nLoad before ${before[0].toFixed(1)}, after ${loadavg()[0].toFixed(1)}\n`);
  }
  if (json !== undefined)
    writeFileSync(json, `${JSON.stringify({ node: process.versions.node, results }, null, 2)}\n`);
}
