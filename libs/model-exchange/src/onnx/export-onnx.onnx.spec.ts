import { createScorer, fitModel, type ModelArtifact } from '@weir/learning';
import { describe, expect, it } from 'vitest';
import { joinTrees } from '../ml/import/join-trees.js';
import { artifactOf } from '../testing/artifact-of.js';
import { runOnnx } from '../testing/onnx-runtime.js';
import { uniformFrom } from '../testing/random.js';
import { randomData } from '../testing/random-data.js';
import { randomMatrix } from '../testing/random-matrix.js';
import { randomModel, TREE_ALGORITHMS } from '../testing/random-models.js';
import { randomTrees, shares } from '../testing/random-trees.js';
import { exportOnnx } from './export-onnx.js';

const ROWS = 1000;
const FEATURES = 7;
const TOLERANCE = 1e-5;

const cases = [...TREE_ALGORITHMS, 'logistic-regression' as const].flatMap((algorithm) =>
  [2, 3].map((classes) => ({ algorithm, classes })),
);

const LEARNT = {
  'decision-tree': { criterion: 'gini', maxDepth: 8 },
  'random-forest': { nEstimators: 20 },
  adaboost: { nEstimators: 20, learningRate: 0.5 },
  'gradient-boosting': { nEstimators: 20, learningRate: 0.1 },
  'logistic-regression': { C: 1, imputer: 'mean' },
};

const LOG_ODDS = { method: 'platt', input: 'log-odds', slope: 1.2, intercept: -0.3 } as const;
const CURVE = {
  method: 'isotonic',
  inputs: [0.02, 0.1, 0.2, 0.5, 0.7],
  outputs: [0.01, 0.04, 0.3, 0.3, 0.95],
} as const;

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let largest = 0;
  for (let index = 0; index < a.length; index++) largest = Math.max(largest, Math.abs(a[index]! - b[index]!));
  return largest;
}

async function expectEqual(artifact: ModelArtifact, missingShare = 0.1): Promise<void> {
  const { featureNames, classes } = artifact;
  const { values } = randomMatrix(uniformFrom(99), ROWS, featureNames.length, missingShare);
  const theirs = await runOnnx(exportOnnx(artifact), values, featureNames.length);
  const scorer = createScorer(artifact);
  const probabilities = scorer.scoreClasses(values, ROWS, new Float32Array(ROWS * classes.length));
  expect(largestDifference(theirs.probabilities, probabilities)).toBeLessThan(TOLERANCE);
  const calibrated = scorer.score(values, ROWS, new Float32Array(ROWS));
  expect(largestDifference(theirs.probability, calibrated)).toBeLessThan(TOLERANCE);
  const labels = Array.from(
    scorer.scoreLabels(values, ROWS, new Int32Array(ROWS)),
    (label) => classes[label],
  );
  expect(theirs.label).toEqual(labels);
  expect(new Set(labels).size).toBe(classes.length);
}

describe('an exported model in ONNX Runtime', () => {
  it.each(cases)('scores as ours: $algorithm, $classes classes', async ({ algorithm, classes }) => {
    await expectEqual(artifactOf(randomModel(algorithm, FEATURES, classes, 11)));
  });

  it.each([LOG_ODDS, CURVE, { ...CURVE, inputs: [0.4], outputs: [0.6] }])(
    'calibrates as ours: $method',
    async (calibration) => {
      for (const algorithm of ['random-forest', 'logistic-regression'] as const) {
        await expectEqual(
          artifactOf(randomModel(algorithm, FEATURES, 3, 12), { calibration, positiveIndex: 2 }),
        );
      }
    },
  );

  it.each(cases)(
    'scores what was learnt as ours: $algorithm, $classes classes',
    async ({ algorithm, classes }) => {
      const data = randomData(500, FEATURES, classes, 31);
      const values = data.matrix.values.map((value, index) => (index % 9 === 0 ? Number.NaN : value));
      const parameters = LEARNT[algorithm];
      const model = await fitModel(
        { ...data, matrix: { ...data.matrix, values } },
        { algorithm, parameters },
        { seed: 1, workers: 0 },
      );
      await expectEqual(artifactOf(model));
    },
  );

  it('scores rows without missing values as ours where ours imputes', async () => {
    const data = randomData(500, FEATURES, 3, 32);
    const model = await fitModel(
      data,
      { algorithm: 'logistic-regression', parameters: { C: 1, imputer: 'knn' } },
      { seed: 1, workers: 0 },
    );
    await expectEqual(artifactOf(model), 0);
  });

  it('takes a tree that is a leaf, alone and among others', async () => {
    const model = randomModel('random-forest', FEATURES, 2, 14);
    if (model.algorithm !== 'random-forest') throw new Error(model.algorithm);
    const stumps = [0, 1, 3].map((depth, seed) =>
      randomTrees(uniformFrom(seed), {
        trees: 2,
        depth,
        features: FEATURES,
        width: 2,
        leaf: (draw) => shares(draw, 2),
      }),
    );
    await expectEqual(artifactOf({ ...model, trees: joinTrees(stumps) }));
    const [leaves] = stumps;
    const artifact = artifactOf({ ...model, trees: leaves! });
    const values = new Float32Array(FEATURES);
    const theirs = await runOnnx(exportOnnx(artifact), values, FEATURES);
    const ours = createScorer(artifact).scoreClasses(values, 1, new Float32Array(2));
    expect(largestDifference(theirs.probabilities, ours)).toBeLessThan(TOLERANCE);
  });

  it('sends a row of nothing but missing values where ours goes', async () => {
    for (const { algorithm, classes } of cases) {
      const artifact = artifactOf(randomModel(algorithm, FEATURES, classes, 13));
      const values = new Float32Array(FEATURES).fill(Number.NaN);
      const theirs = await runOnnx(exportOnnx(artifact), values, FEATURES);
      const ours = createScorer(artifact).scoreClasses(values, 1, new Float32Array(classes));
      expect(largestDifference(theirs.probabilities, ours)).toBeLessThan(TOLERANCE);
    }
  });
});
