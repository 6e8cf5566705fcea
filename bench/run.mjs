#!/usr/bin/env node
// `npm run bench [-- start|stream|memory|learning|urls|gateway …]`: the figures that docs quote, measured here and now. See README.md.
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';

const PARTS = {
  start: () => import('./start/start.mjs'),
  stream: () => import('./stream/stream.mjs'),
  memory: () => import('./memory/memory.mjs'),
  learning: () => import('./learning/learning.mjs'),
  urls: () => import('./urls/urls.mjs'),
  gateway: () => import('./gateway/gateway.mjs'),
};

const OPTIONS = {
  rounds: { type: 'string' },
  splits: { type: 'string' },
  sizes: { type: 'string' },
  algorithms: { type: 'string' },
  quick: { type: 'boolean' },
  json: { type: 'string' },
};

function refuse(why) {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    return refuse(error.message);
  }
}

/** The parts asked for, each with the words behind its name: `learning grid boosting` is one part in two modes. */
function readPlan(words) {
  const plan = [];
  for (const word of words.length > 0 ? words : Object.keys(PARTS)) {
    if (Object.hasOwn(PARTS, word)) plan.push({ name: word, modes: [] });
    else if (plan.length > 0) plan.at(-1).modes.push(word);
    else refuse(`there is no part "${word}"; there are ${Object.keys(PARTS).join(', ')}`);
  }
  return plan;
}

const { values: options, positionals } = readArguments();
const plan = readPlan(positionals);
for (const each of plan) {
  each.part = await PARTS[each.name]();
  const unknown = each.modes.find((mode) => !each.part.MODES?.includes(mode));
  if (unknown !== undefined)
    refuse(`"${unknown}" is neither a part (${Object.keys(PARTS).join(', ')}) nor a mode of ${each.name}`);
}
for (const { name, part, modes } of plan) {
  process.stdout.write(
    `\n## ${name}   (Node ${process.versions.node}, load ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' ')})\n\n`,
  );
  await part.measure(options, modes);
}
process.exit(0);
