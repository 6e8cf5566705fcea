import { describe, expect, it } from 'vitest';
import { largestDifference, recorded, recordedData, recordedTestData } from '../../reference/boosting.ts';
import { noisyData } from '../../reference/load.ts';
import type { TrainingData } from '../dataset/training-data.js';
import { logLoss } from '../metrics/probability.js';
import type { GradientBoostingModel } from '../model/fitted-model.js';
import { predictProbabilities } from '../model/predict.js';
import { type FitOptions, fitModel } from '../training/fit-model.js';

const fit = async (
  data: TrainingData,
  parameters: Record<string, number>,
  options: Partial<FitOptions> = {},
) =>
  (await fitModel(
    data,
    { algorithm: 'gradient-boosting', parameters },
    { seed: 1, workers: 0, classWeighting: 'none', ...options },
  )) as GradientBoostingModel;

/** Our names for scikit-learn's. Its histogram boosting has no limit of depth unless told. */
function parametersOf({ options, estimators }: (typeof recorded.histogram)[number]) {
  const { max_depth: maxDepth, max_leaf_nodes: maxLeafNodes, l2_regularization: l2Regularization } = options;
  return {
    nEstimators: estimators,
    learningRate: 0.1,
    minChildWeight: 1e-3,
    ...(maxDepth && { maxDepth }),
    ...(maxLeafNodes && { maxLeafNodes }),
    ...(l2Regularization && { l2Regularization }),
  };
}

describe.each(recorded.histogram)(
  "against scikit-learn's histogram boosting: $options, $classes classes, missing $missing, balanced $balanced",
  (each) => {
    it('predicts the same', async () => {
      const data = recordedData(each);
      const classWeighting = each.balanced ? 'balanced' : 'none';
      const model = await fit(data, parametersOf(each), { classWeighting });
      const found = predictProbabilities(model, data.matrix);
      // Its derivatives are of 32 bits.
      expect(largestDifference(found, each.probabilities, each.classes)).toBeLessThan(5e-6);
    });
  },
);

describe("against scikit-learn's GradientBoostingClassifier", () => {
  const parameters = ({ options }: (typeof recorded.friedman)[number]) => ({
    nEstimators: options.n_estimators,
    learningRate: options.learning_rate,
    ...(options.max_leaf_nodes && { maxDepth: 3, maxLeafNodes: options.max_leaf_nodes }),
  });
  const first = recorded.friedman.filter(({ options }) => options.n_estimators === 1);
  const whole = recorded.friedman.find(({ options }) => options.n_estimators > 1)!;
  const data = recordedData({ classes: 2, weighted: true });

  it.each(first)(
    'grows the same first tree, where second derivatives are all equal: $options',
    async (each) => {
      const model = await fit(data, parameters(each));
      const found = predictProbabilities(model, data.matrix);
      expect(largestDifference(found, each.probabilities, 2)).toBeLessThan(2e-6);
    },
  );

  it('is no worse on unseen rows, splits being judged otherwise from the second tree on', async () => {
    const test = recordedTestData();
    const model = await fit(data, parameters(whole));
    const found = predictProbabilities(model, test.matrix);
    expect(
      logLoss(
        test.labels,
        found.filter((_, index) => index % 2 === 1),
        1,
      ),
    ).toBeLessThan(whole.testLogLoss * 1.05);
  });
});

it.each([
  ['steps far too long', { nEstimators: 10, learningRate: 1000 }],
  ['leaves of any weight', { nEstimators: 300, learningRate: 1, minChildWeight: 0, maxDepth: 12 }],
])('stays finite with %s', async (_, parameters) => {
  const data = noisyData({ rows: 150, columns: 3 });
  const model = await fit(data, parameters);
  expect(model.trees.values.every(Number.isFinite)).toBe(true);
  const found = predictProbabilities(model, data.matrix);
  for (let at = 0; at < found.length; at += 2) expect(found[at]! + found[at + 1]!).toBeCloseTo(1, 6);
});
