// One tree and one forest on uci-30, in milliseconds.
import { median, printTable, spread } from '../measure/statistics.mjs';
import { timesFaster } from './cells.mjs';
import { withProblem } from './problem.mjs';
import { SHARED_SETTINGS } from './settings.mjs';
import { interleave, pythonSide, weirSide } from './side.mjs';

/** A process fits each so often, after a first time that stands apart. */
const REPETITIONS = 25;

export async function measureSingleFits({ data, splits, python, rounds, quick }) {
  const fits = [
    { name: 'a tree', algorithm: 'decision-tree', parameters: { criterion: 'gini' } },
    {
      name: quick ? 'a forest of 8' : 'a forest of 128',
      algorithm: 'random-forest',
      parameters: { nEstimators: quick ? 8 : 128 },
    },
  ];
  const settings = { ...SHARED_SETTINGS, splits, fits, repetitions: REPETITIONS };
  const sides = { Weir: weirSide('single-fits'), 'scikit-learn': pythonSide(python, 'single_fits') };
  const results = await withProblem(data, settings, (file) => interleave(sides, rounds, file));
  const warm = (side, name) => results[side].map(({ milliseconds }) => median(milliseconds[name].slice(1)));
  const cold = (side, name) => results[side].map(({ milliseconds }) => milliseconds[name][0]);
  const rows = fits.flatMap(({ name }) =>
    [
      { label: `${name}, again`, figures: warm },
      { label: `${name}, the first of a process`, figures: cold },
    ].map(({ label, figures }) => {
      const [weir, other] = Object.keys(sides).map((side) => figures(side, name));
      return [label, spread(weir), spread(other), timesFaster(median(other), median(weir))];
    }),
  );
  process.stdout.write('\nSingle fits on the plain split\n\n');
  printTable(['fit', 'Weir, ms', 'scikit-learn, ms', 'faster'], rows);
  return results;
}
