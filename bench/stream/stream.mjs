// The stream: how fast, how soon, and how fast without Kafka. See bench/README.md.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { measureThroughput } from './throughput.mjs';

const MEASURES = {
  throughput: measureThroughput,
  latency: async (options) => (await import('./latency.mjs')).measureLatency(options),
  embedded: async (options) => (await import('./embedded.mjs')).measureEmbedded(options),
  reload: async (options) => (await import('./reload.mjs')).measure(options),
};

export const MODES = Object.keys(MEASURES);

export async function measure(options, modes) {
  const chosen = modes.length > 0 ? modes : ['throughput'];
  const report = { measuredAt: new Date().toISOString(), node: process.versions.node };
  for (const mode of chosen) {
    const before = loadavg();
    process.stdout.write(`\n### ${mode}\n\n`);
    report[mode] = { ...(await MEASURES[mode](options)), load: { before, after: loadavg() } };
    process.stdout.write(`\nLoad before ${before[0].toFixed(1)}, after ${loadavg()[0].toFixed(1)}\n`);
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(report, null, 1)}\n`);
  }
  const others = MODES.filter((mode) => !chosen.includes(mode));
  if (others.length > 0)
    process.stdout.write(
      `\nNot measured: ${others.map((mode) => `npm run bench -- stream ${mode}`).join(', ')}\n`,
    );
}
