#!/usr/bin/env node
// `npm run bench [-- start|stream|memory …]`: the figures that docs quote, measured here and now. See bench/README.md.
import { loadavg } from 'node:os';

const PARTS = {
  start: () => import('./start/start.mjs'),
  stream: () => import('./stream/stream.mjs'),
  memory: () => import('./memory/memory.mjs'),
};

const asked = process.argv.slice(2).filter((each) => !each.startsWith('-'));
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const part = PARTS[name];
  if (part === undefined) {
    process.stderr.write(`there is no part "${name}"; there are ${Object.keys(PARTS).join(', ')}\n`);
    process.exit(2);
  }
  process.stdout.write(
    `\n## ${name}   (Node ${process.versions.node}, load ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' ')})\n\n`,
  );
  const { measure } = await part();
  await measure();
}
process.exit(0);
