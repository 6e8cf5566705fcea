import type { Parameters } from '../algorithm/algorithm.js';
import { checkParameters, POSITIVE_INTEGER, POSITIVE_NUMBER } from '../algorithm/parameters.js';
import { pathUnit } from '../algorithm/path-unit.js';
import type { TrainingView } from '../algorithm/training-view.js';
import type { AdaBoostModel } from '../model/fitted-model.js';
import { normalised } from '../model/importance.js';
import { writeVoteProbabilities } from '../model/predict-trees.js';
import { joinEnsembles } from '../tree/tree-ensemble.js';
import { Committee, type CommitteeSettings, type Member } from './committee.js';

const sizeOf = (parameters: Parameters) => Number(parameters.nEstimators);

/** scikit-learn's defaults: learning rate 1, trees of one split. */
function settingsOf({ learningRate = 1, maxDepth = 1 }: Parameters): CommitteeSettings {
  return { learningRate: Number(learningRate), limits: { maxDepth: Number(maxDepth) } };
}

function probabilitiesOf(committee: Committee, rows: Int32Array, classes: number): Float64Array {
  const votes = new Float64Array(rows.length * classes);
  rows.forEach((row, index) => {
    for (let each = 0; each < classes; each++)
      votes[index * classes + each] = committee.votes[row * classes + each]!;
  });
  writeVoteProbabilities(votes, committee.totalWeight, classes, votes);
  return votes;
}

/** Reads the scores of every size off one growing committee. */
function* scoreSizes(view: TrainingView, candidates: readonly Parameters[]) {
  const { classes } = view.problem;
  const committee = new Committee(view, settingsOf(candidates[0]!), view.validationRows);
  const sizes = candidates.map(sizeOf);
  const results = new Map<number, Float64Array>();
  for (let size = 1; size <= Math.max(...sizes); size++) {
    committee.advance(false);
    if (sizes.includes(size)) {
      results.set(size, probabilitiesOf(committee, view.validationRows, classes));
    }
    yield;
  }
  return sizes.map((size) => results.get(size)!);
}

function* fitWhole(view: TrainingView, parameters: Parameters): Generator<undefined, AdaBoostModel> {
  const { matrix, classes } = view.problem;
  const committee = new Committee(view, settingsOf(parameters), new Int32Array(0));
  const members: Member[] = [];
  for (let size = 1; size <= sizeOf(parameters); size++) {
    const member = committee.advance(true);
    if (member) members.push(member);
    yield;
  }
  const importance = new Float64Array(matrix.columns);
  for (const member of members) {
    normalised(member.importance).forEach((share, column) => {
      importance[column]! += share * member.weight;
    });
  }
  return {
    algorithm: 'adaboost',
    features: matrix.columns,
    classes,
    trees: joinEnsembles(members.map((member) => member.tree)),
    estimatorWeights: Float64Array.from(members, (member) => member.weight),
    importance: normalised(importance),
  };
}

/**
 * `nEstimators`, `learningRate` (1 where absent), `maxDepth` of each tree (1 where absent). Candidates that differ in
 * `nEstimators` only cost one fit.
 */
export const adaBoost = pathUnit({
  name: 'adaboost',
  defaultGrid: { learningRate: [0.1, 0.01, 0.001], nEstimators: [8, 16, 32, 64, 128, 256] },
  validate: (parameters) =>
    checkParameters(
      parameters,
      { nEstimators: POSITIVE_INTEGER, learningRate: POSITIVE_NUMBER, maxDepth: POSITIVE_INTEGER },
      ['nEstimators'],
    ),
  path: ['nEstimators'],
  steps: (candidates) => Math.max(...candidates.map(sizeOf)),
  fitPath: scoreSizes,
  fitWhole,
});
