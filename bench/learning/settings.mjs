import { algorithmNames } from '@weir/learning';
import { PHISHING } from './data/uci.mjs';

/** Of this project's machines; the same number for every side. */
export const THREADS = 2;
export const SEED = 20;

/** What every problem says; each mode adds its own. */
export const SHARED_SETTINGS = { positive: PHISHING, seed: SEED, threads: THREADS };

/** scikit-learn has these; Weir those of them that are registered. */
const ALL = ['logistic-regression', 'knn', 'decision-tree', 'random-forest', 'adaboost', 'gradient-boosting'];

/** The algorithms asked for (all where none is), and which of them Weir has. */
export function chooseAlgorithms(asked = ALL) {
  const unknown = asked.find((name) => !ALL.includes(name));
  if (unknown !== undefined) throw new Error(`"${unknown}" is not one of ${ALL.join(', ')}`);
  const registered = asked.filter((name) => algorithmNames().includes(name));
  const missing = asked.filter((name) => !registered.includes(name));
  if (missing.length > 0)
    process.stdout.write(`Weir has no ${missing.join(', ')} yet: left out on its side.\n`);
  return { asked, registered };
}

/**
 * A boosting as the libraries and Weir are told it. LightGBM and scikit-learn bound a leaf by its rows, XGBoost and
 * Weir by its hessian: each has the bound that its kind has by default in LightGBM and XGBoost.
 */
export const BOOSTING = { trees: 300, leaves: 31, learningRate: 0.1, minSamplesLeaf: 20, minChildWeight: 1 };

/** The same in Weir's names. */
export function boostingConfiguration({ trees, leaves, learningRate, minChildWeight }) {
  return {
    algorithm: 'gradient-boosting',
    parameters: { nEstimators: trees, learningRate, maxLeafNodes: leaves, minChildWeight },
  };
}

/** Whether Weir can boost; says so where it cannot. */
export function hasBoosting() {
  return chooseAlgorithms(['gradient-boosting']).registered.length > 0;
}
