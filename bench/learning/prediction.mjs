// Nanoseconds per row and tree, in batch, on one thread.
import { median, printTable, spread } from '../measure/statistics.mjs';
import { fixed } from './cells.mjs';
import { splitOf } from './data/splits.mjs';
import { readUci } from './data/uci.mjs';
import { readUrls } from './data/urls.mjs';
import { withProblem } from './problem.mjs';
import { BOOSTING, boostingConfiguration, hasBoosting, SEED, SHARED_SETTINGS } from './settings.mjs';
import { interleave, pythonSide, weirSide } from './side.mjs';

/** Batches a process predicts, after a first one that does not count. */
const REPETITIONS = 5;

export async function measurePrediction(context) {
  const { quick } = context;
  const boosting = quick ? { ...BOOSTING, trees: 10 } : BOOSTING;
  const forest = { algorithm: 'random-forest', parameters: { nEstimators: quick ? 8 : 128 } };
  const urls = readUrls({ every: quick ? 25 : 1 });
  const uci = readUci({ every: quick ? 10 : 1 });
  return {
    boosting: await measureModel(context, {
      name: `boosting, ${boosting.trees} trees, URL features`,
      data: urls,
      split: splitOf(urls, { name: 'by registrable domain', seed: SEED, groups: urls.groups }),
      settings: { boosting, configuration: boostingConfiguration(boosting) },
      registered: hasBoosting(),
    }),
    forest: await measureModel(context, {
      name: `forest, ${forest.parameters.nEstimators} trees, uci-30`,
      data: uci,
      split: splitOf(uci, { name: 'plain', seed: SEED }),
      settings: { configuration: forest },
      registered: true,
    }),
  };
}

async function measureModel({ python, rounds, quick }, { name, data, split, settings, registered }) {
  const batchRows = quick ? 5_000 : 100_000;
  const sides = {
    ...(registered && { Weir: weirSide('prediction') }),
    Python: pythonSide(python, 'prediction'),
  };
  const problem = { ...SHARED_SETTINGS, ...settings, splits: [split], batchRows, repetitions: REPETITIONS };
  const results = await withProblem(data, problem, (file) => interleave(sides, rounds, file));
  const engines = Object.fromEntries(Object.values(results).flatMap((each) => enginesOf(each)));
  process.stdout.write(`\n${name}: ${batchRows.toLocaleString('en')} rows at once\n\n`);
  if (engines['ONNX Runtime'] === undefined) process.stdout.write('ONNX Runtime left out: no skl2onnx.\n\n');
  printTable(
    ['engine', 'ns per row and tree', 'leaves a tree'],
    Object.entries(engines).map(([engine, { figures, leaves }]) => [
      engine,
      spread(figures, 1),
      fixed(leaves, 0),
    ]),
  );
  return engines;
}

/** Each engine of a side with one figure a round, the median of its batches. */
function enginesOf(rounds) {
  return Object.entries(rounds[0].engines).map(([engine, { leaves }]) => [
    engine,
    { leaves, figures: rounds.map(({ engines }) => median(engines[engine].nanoseconds)) },
  ]);
}
