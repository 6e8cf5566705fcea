import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** Runs a part's modes, all where none is named, each under its heading and with the machine's load before and after. */
export async function measureModes(measures, { rounds, quick = false, json }, modes) {
  const context = { rounds: rounds === undefined ? undefined : Number(rounds), quick };
  const results = {};
  for (const mode of modes.length > 0 ? modes : Object.keys(measures)) {
    process.stdout.write(`\n### ${mode}${quick ? ' (quick: sizes that prove nothing)' : ''}\n\n`);
    const before = loadavg();
    const result = await measures[mode](context);
    results[mode] = { ...result, load: { before, after: loadavg() } };
    process.stdout.write(`\nLoad before ${before[0].toFixed(1)}, after ${loadavg()[0].toFixed(1)}\n`);
  }
  if (json !== undefined)
    writeFileSync(json, `${JSON.stringify({ node: process.versions.node, results }, null, 2)}\n`);
}
