// One large gradient boosting on the features of the labelled URLs, split by registrable domain.
import { printTable, spread } from '../measure/statistics.mjs';
import { fixed, medianOf } from './cells.mjs';
import { splitOf } from './data/splits.mjs';
import { readUrls } from './data/urls.mjs';
import { withProblem } from './problem.mjs';
import { BOOSTING, boostingConfiguration, hasBoosting, SEED, SHARED_SETTINGS } from './settings.mjs';
import { interleave, pythonSide, weirSide } from './side.mjs';

/** Leaves grown best first hang on long chains, and each split moves all of a chain's rows: a bound saves a quarter. */
const SHALLOW = 6;

export async function measureBoosting({ python, rounds, quick }) {
  const boosting = quick ? { ...BOOSTING, trees: 10 } : BOOSTING;
  const data = readUrls({ every: quick ? 25 : 1 });
  const split = splitOf(data, { name: 'by registrable domain', seed: SEED, groups: data.groups });
  const sides = {
    ...(hasBoosting() && {
      Weir: weirSide('boosting'),
      [`Weir, at most ${SHALLOW} deep`]: weirSide('boosting', String(SHALLOW)),
    }),
    LightGBM: pythonSide(python, 'boosting', 'lightgbm'),
    XGBoost: pythonSide(python, 'boosting', 'xgboost'),
    'scikit-learn, by histogram': pythonSide(python, 'boosting', 'scikit_learn'),
  };
  const settings = {
    ...SHARED_SETTINGS,
    splits: [split],
    boosting,
    configuration: boostingConfiguration(boosting),
  };
  const results = await withProblem(data, settings, (file) => interleave(sides, rounds, file));
  process.stdout.write(
    `\n${boosting.trees} trees of ${boosting.leaves} leaves, learning rate ${boosting.learningRate}, ` +
      `${split.train.length} rows × ${data.matrix.columns}, tested on ${split.test.length} rows of other domains\n\n`,
  );
  const base = medianOf(results.LightGBM, ({ seconds }) => seconds);
  const rows = Object.entries(results).map(([name, each]) => [
    name,
    spread(
      each.map(({ seconds }) => seconds),
      2,
    ),
    `${fixed(medianOf(each, ({ seconds }) => seconds) / base, 2)} ×`,
    fixed(each[0].rocAuc, 4),
    spread(each.map(({ cpuSeconds }) => cpuSeconds)),
    spread(
      each.map(({ peakMb }) => peakMb),
      0,
    ),
  ]);
  printTable(
    [
      'library',
      'fit, s',
      "of LightGBM's time",
      'ROC-AUC',
      'CPU of the whole process, s',
      'highest memory, MB',
    ],
    rows,
  );
  return { rows: data.matrix.rows, results };
}
