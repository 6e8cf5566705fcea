import type { Algorithm } from '../algorithm/algorithm.js';
import { checkParameters, POSITIVE_INTEGER } from '../algorithm/parameters.js';
import type { RandomForestModel } from '../model/fitted-model.js';
import { normalised } from '../model/importance.js';
import { TREE_RULES } from '../tree/algorithm.js';
import { joinEnsembles } from '../tree/tree-ensemble.js';
import { ForestGrower, fitForestPart, meanImportance } from './fit.js';
import { ForestScores } from './scores.js';
import { planForestFitting, planForestScoring } from './stages.js';

/** `nEstimators` trees, and the tree's own parameters; candidates that differ in size only cost one fit. */
export const randomForest: Algorithm = {
  name: 'random-forest',
  defaultGrid: { nEstimators: [8, 16, 32, 128, 256] },
  validate: (parameters) =>
    checkParameters(parameters, { nEstimators: POSITIVE_INTEGER, ...TREE_RULES }, ['nEstimators']),
  planScoring: planForestScoring,
  *score(view, unit) {
    const grower = new ForestGrower(view, unit.parameters);
    const scores = new ForestScores(view, grower);
    for (let tree = unit.from; tree < unit.to; tree++) {
      grower.growNodes(tree);
      scores.add();
      yield;
    }
    return [scores.ofValidationRows()];
  },
  assemble(unit, added, series) {
    for (let index = 0; index < series.length; index++) series[index]! += added[0]![index]!;
    return unit.completes.map(() => series.map((sum) => sum / unit.to));
  },
  planFitting: planForestFitting,
  fit: fitForestPart,
  join(parts) {
    const forests = parts as readonly RandomForestModel[];
    const counts = forests.map((part) => part.trees.roots.length);
    return {
      ...forests[0]!,
      trees: joinEnsembles(forests.map((part) => part.trees)),
      importance: normalised(
        meanImportance(
          forests.map((part) => part.importance),
          counts,
        ),
      ),
    };
  },
};
