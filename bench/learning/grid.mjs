// The whole grid of all algorithms on uci-30, searched by cross-validation, the best refitted and tested.
import { printTable, spread } from '../measure/statistics.mjs';
import { fixed, medianOf, parameterText, timesFaster } from './cells.mjs';
import { distinctGroups, FOLDS, splitOf } from './data/splits.mjs';
import { readUci } from './data/uci.mjs';
import { withProblem } from './problem.mjs';
import { chooseAlgorithms, SEED, SHARED_SETTINGS } from './settings.mjs';
import { interleave, pythonSide, weirSide } from './side.mjs';
import { measureSingleFits } from './single-fits.mjs';

export async function measureGrid({ python, rounds, algorithms, quick }) {
  const { asked, registered } = chooseAlgorithms(algorithms);
  const data = readUci({ every: quick ? 10 : 1 });
  const splits = [
    splitOf(data, { name: 'plain', seed: SEED }),
    splitOf(data, { name: 'by distinct row', seed: SEED, groups: distinctGroups(data) }),
  ];
  const settings = { ...SHARED_SETTINGS, splits, folds: FOLDS, quick };
  const sides = { Weir: weirSide('grid'), 'scikit-learn': pythonSide(python, 'grid') };
  const results = await withProblem(data, { ...settings, algorithms: asked }, (pythonFile) =>
    withProblem(data, { ...settings, algorithms: registered }, (weirFile) =>
      interleave(sides, rounds, { Weir: weirFile, 'scikit-learn': pythonFile }),
    ),
  );
  for (const each of Object.values(results)) assertSameScores(each);
  for (const { name, train, test } of splits) {
    process.stdout.write(
      `\nuci-30, ${name} split: ${train.length} rows to search on, ${test.length} to test\n\n`,
    );
    printSplit(name, asked, results);
  }
  printTotals(results, registered);
  const singleFits = await measureSingleFits({ data, splits, python, rounds, quick });
  return { results, singleFits };
}

/** Seeds are given, so every round must come to the same scores. */
function assertSameScores(rounds) {
  const scores = rounds.map(({ splits }) =>
    JSON.stringify(splits, (key, value) => (key === 'seconds' ? undefined : value)),
  );
  if (new Set(scores).size > 1) throw new Error('rounds with the same seed came to different scores');
}

/** Median seconds of an algorithm on a split, beside what the first round found. */
function figureOf(rounds, split, name) {
  if (rounds[0].splits[split][name] === undefined) return {};
  return {
    ...rounds[0].splits[split][name],
    seconds: medianOf(rounds, (each) => each.splits[split][name].seconds),
  };
}

const HEADS = [
  'algorithm',
  'candidates',
  'Weir, s',
  'scikit-learn, s',
  'faster',
  'CV F1: Weir',
  'scikit-learn',
  'test F1: Weir',
  'scikit-learn',
  'best: Weir',
  'scikit-learn',
  'trees fitted: Weir',
  'scikit-learn',
];

function printSplit(split, algorithms, results) {
  const rows = algorithms.map((name) => {
    const weir = figureOf(results.Weir, split, name);
    const other = figureOf(results['scikit-learn'], split, name);
    const candidates =
      weir.candidates === undefined || weir.candidates === other.candidates
        ? other.candidates
        : `${weir.candidates} against ${other.candidates}`;
    return [
      name,
      candidates,
      fixed(weir.seconds, 3),
      fixed(other.seconds, 3),
      timesFaster(other.seconds, weir.seconds),
      fixed(weir.meanF1, 4),
      fixed(other.meanF1, 4),
      fixed(weir.testF1, 4),
      fixed(other.testF1, 4),
      parameterText(weir.parameters),
      parameterText(other.parameters),
      weir.trees ?? '–',
      other.trees,
    ];
  });
  printTable(HEADS, rows);
}

/** Seconds of one round over both splits, of the algorithms that both sides have. */
function totalSeconds({ splits }, names) {
  return Object.values(splits).reduce(
    (sum, split) => sum + names.reduce((part, name) => part + split[name].seconds, 0),
    0,
  );
}

function printTotals(results, common) {
  const totals = Object.values(results).map((rounds) => rounds.map((round) => totalSeconds(round, common)));
  const ratios = totals[1].map((seconds, round) => seconds / totals[0][round]);
  process.stdout.write(`\nBoth splits, ${common.join(', ')}; median (least–most) of ${ratios.length}\n\n`);
  const over = (figure) => Object.values(results).map((rounds) => spread(rounds.map(figure)));
  printTable(
    ['', 'Weir', 'scikit-learn', 'ratio'],
    [
      ['search and refit, s', spread(totals[0], 2), spread(totals[1], 2), `${spread(ratios)} ×`],
      ['CPU of the process and all it starts, s', ...over(({ cpuSeconds }) => cpuSeconds), ''],
      ['highest memory, MB', ...over(({ peakMb }) => peakMb), ''],
      ['trees fitted', ...Object.values(results).map(([round]) => totalTrees(round, common)), ''],
      [
        'of them boosted',
        ...Object.values(results).map(([round]) => totalTrees(round, boostedOf(common))),
        '',
      ],
    ],
  );
}

const boostedOf = (names) => names.filter((name) => name === 'adaboost' || name === 'gradient-boosting');

function totalTrees({ splits }, names) {
  const counts = Object.values(splits).flatMap((split) => names.map((name) => split[name].trees));
  return counts.reduce((sum, count) => sum + count, 0).toLocaleString('en');
}
