// Seconds and memory of one fit as the rows grow tenfold: what is near-linear, and what is not.
import { printTable, spread } from '../measure/statistics.mjs';
import { fixed, medianOf } from './cells.mjs';
import { COLUMNS, syntheticData } from './data/synthetic.mjs';
import { withProblem } from './problem.mjs';
import { BOOSTING, boostingConfiguration, hasBoosting, SEED, SHARED_SETTINGS } from './settings.mjs';
import { interleave, pythonSide, weirSide } from './side.mjs';

const SIZES = [10_000, 100_000, 1_000_000];
const QUICK_SIZES = [1_000, 2_000];
/** One byte a binned value; a gradient and a hessian a row, float32 each. */
const BINNED_BYTES = COLUMNS;
const GRADIENT_BYTES = 8;

export async function measureScale({ python, rounds, sizes, quick }) {
  const boosting = { ...BOOSTING, trees: quick ? 5 : 100 };
  const configurations = {
    ...(hasBoosting() && { 'gradient boosting': boostingConfiguration(boosting) }),
    forest: { algorithm: 'random-forest', parameters: { nEstimators: quick ? 4 : 16, maxLeafNodes: 1024 } },
    'logistic regression': { algorithm: 'logistic-regression', parameters: { C: 1 } },
  };
  const sides = {
    ...Object.fromEntries(
      Object.keys(configurations).map((name) => [`Weir, ${name}`, weirSide('scale', name)]),
    ),
    'LightGBM, gradient boosting': pythonSide(python, 'scale'),
  };
  const bySize = {};
  for (const rows of sizes ?? (quick ? QUICK_SIZES : SIZES)) {
    const settings = { ...SHARED_SETTINGS, boosting, configurations };
    bySize[rows] = await withProblem(syntheticData(rows, SEED), settings, (file) =>
      interleave(sides, rounds, file),
    );
  }
  printSizes(bySize, Object.keys(sides), boosting);
  return bySize;
}

function printSizes(bySize, names, { trees, leaves }) {
  const rows = names.flatMap((name) =>
    Object.entries(bySize).map(([size, results]) => {
      const figures = results[name];
      const needed = (size * (BINNED_BYTES + GRADIENT_BYTES)) / 2 ** 20;
      const added = medianOf(figures, ({ peakMb, beforeMb }) => peakMb - beforeMb);
      return [
        name,
        Number(size).toLocaleString('en'),
        spread(
          figures.map(({ seconds }) => seconds),
          2,
        ),
        fixed((medianOf(figures, ({ seconds }) => seconds) * 1e6) / size, 2),
        fixed(
          medianOf(figures, ({ peakMb }) => peakMb),
          0,
        ),
        fixed(added, 0),
        fixed(added / needed, 1),
        fixed(medianOf(figures, ({ peakMb }) => peakMb) / needed, 1),
      ];
    }),
  );
  process.stdout.write(`\n${COLUMNS} columns; boosting ${trees} trees of ${leaves} leaves\n\n`);
  printTable(
    [
      'learner',
      'rows',
      'fit, s',
      'µs a row',
      'highest memory, MB',
      'added by the fit, MB',
      'added, of binned matrix and gradients',
      'highest, of the same',
    ],
    rows,
  );
}
