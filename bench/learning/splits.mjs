// `grid --splits N`: how well the models do on N splits by distinct row, with the standard error. Nothing is timed.
import { printTable } from '../measure/statistics.mjs';
import { fixed, meanOf, parameterText, standardErrorOf } from './cells.mjs';
import { distinctGroups, FOLDS, splitOf } from './data/splits.mjs';
import { readUci } from './data/uci.mjs';
import { withProblem } from './problem.mjs';
import { chooseAlgorithms, SEED, SHARED_SETTINGS } from './settings.mjs';
import { pythonSide, runSide, weirSide } from './side.mjs';

export async function measureSplits({ python, splits: count, algorithms, quick }) {
  const { asked, registered } = chooseAlgorithms(algorithms);
  const data = readUci({ every: quick ? 10 : 1 });
  const groups = distinctGroups(data);
  const splits = Array.from({ length: count }, (_, index) =>
    splitOf(data, { name: `split ${index}`, seed: SEED + index, groups }),
  );
  const settings = { ...SHARED_SETTINGS, splits, folds: FOLDS, quick };
  const run = (side, names) =>
    withProblem(data, { ...settings, algorithms: names }, (file) => runSide(side, file));
  const weir = await run(weirSide('splits'), registered);
  const other = await run(pythonSide(python, 'splits'), asked);
  process.stdout.write(`\nTest F1 over ${count} splits of uci-30 by distinct row\n\n`);
  printTable(
    ['model', 'mean', 'standard error', 'least', 'most'],
    [...rowsOf(weir, (name) => `Weir ${name}`), ...rowsOf(other, (name) => name)],
  );
  const chosen = weir.chosen.map(
    ({ algorithm, parameters }) => `${algorithm} (${parameterText(parameters)})`,
  );
  process.stdout.write(`\nWeir's choice on each split: ${chosen.join('; ')}\n`);
  return { Weir: weir, Python: other };
}

function rowsOf({ testF1 }, label) {
  return Object.entries(testF1).map(([name, values]) => [
    label(name),
    fixed(meanOf(values), 4),
    fixed(standardErrorOf(values), 4),
    fixed(Math.min(...values), 4),
    fixed(Math.max(...values), 4),
  ]);
}
