// Weir's learners beside the Python libraries that people use: the same rows, splits, folds and grids, in turn,
// each side in a process of its own. See bench/README.md.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { pythonEnvironment } from '../measure/python-environment.mjs';
import { measureBoosting } from './boosting.mjs';
import { measureGrid } from './grid.mjs';
import { measurePrediction } from './prediction.mjs';
import { measureScale } from './scale.mjs';
import { measureSplits } from './splits.mjs';

const MEASURES = {
  grid: (context) => (context.splits === undefined ? measureGrid(context) : measureSplits(context)),
  boosting: measureBoosting,
  prediction: measurePrediction,
  scale: measureScale,
};

export const MODES = Object.keys(MEASURES);

export async function measure(options, modes) {
  const { rounds, splits, sizes, algorithms, quick = false } = options;
  const environment = pythonEnvironment();
  const installed = Object.entries(environment.packages).filter(([, version]) => version !== null);
  const packages = installed.map(([name, version]) => `${name} ${version}`);
  process.stdout.write(`Python ${environment.version}; ${packages.join(', ')}\n`);
  const context = {
    python: environment.python,
    rounds: wholeNumber('rounds', rounds ?? (quick ? '1' : '3')),
    ...(splits !== undefined && { splits: wholeNumber('splits', splits) }),
    ...(sizes !== undefined && { sizes: sizes.split(',').map((size) => wholeNumber('sizes', size)) }),
    ...(algorithms !== undefined && { algorithms: algorithms.split(',') }),
    quick,
  };
  const results = {};
  for (const mode of modes.length > 0 ? modes : MODES) {
    const before = loadavg();
    process.stdout.write(`\n### ${mode}${quick ? ' (quick: sizes that prove nothing)' : ''}\n`);
    results[mode] = { ...(await MEASURES[mode](context)), load: { before, after: loadavg() } };
    process.stdout.write(`\nLoad before ${before[0].toFixed(1)}, after ${loadavg()[0].toFixed(1)}\n`);
    if (options.json !== undefined) save(options.json, { environment, context, results });
  }
}

function wholeNumber(name, text) {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`--${name} is "${text}", not a whole number above 0`);
  return number;
}

/** Written after each mode: a long run that is cut off keeps what it has. */
function save(file, { environment, context, results }) {
  const report = {
    measuredAt: new Date().toISOString(),
    node: process.versions.node,
    python: environment.version,
    packages: environment.packages,
    rounds: context.rounds,
    quick: context.quick,
    results,
  };
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
