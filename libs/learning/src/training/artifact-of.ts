import { recordGoldenRows } from '../artifact/golden-rows.js';
import type { ModelArtifact } from '../artifact/model-artifact.js';
import type { FittedModel } from '../model/fitted-model.js';
import { importance } from '../model/importance.js';
import { mixSeed } from '../random/random.js';
import { recordGoldenTerms } from '../terms/golden-terms.js';
import type { Decision } from './calibrate.js';
import { evasionByName, figuresByName, permutationByName, reliabilityByName } from './figures.js';
import { columnNames, type TrainingInput } from './training-input.js';
import type { TrainingReport } from './training-report.js';
import type { WholeTable } from './training-tables.js';

/** The model to serve, and what it was fitted on. */
export interface ServedModel extends WholeTable {
  readonly model: FittedModel;
}

/** The artifact of a training: the model, with what was found out on the way to it. */
export function artifactOf(
  input: TrainingInput,
  { model, data, terms }: ServedModel,
  report: TrainingReport,
  { calibration, thresholds, points }: Decision,
): ModelArtifact {
  const { schema, classes, positiveIndex, lineage, seed, goldenRows = 32 } = input;
  const featureNames = columnNames(input);
  return {
    schema,
    featureNames,
    classes,
    positiveIndex,
    algorithm: report.best.algorithm,
    parameters: report.best.parameters,
    model,
    calibration,
    thresholds,
    metrics: {
      ...figuresByName('distinct', report.distinct),
      ...reliabilityByName('distinct', report.distinct.reliability),
      ...figuresByName('stratified', report.stratified),
      ...evasionByName(report.evasion, featureNames),
      ...permutationByName(report.permutationImportance, featureNames),
      'crossValidation.f1': report.best.meanF1,
      'crossValidation.f1StandardDeviation': report.best.standardDeviation,
      ...points,
    },
    candidates: report.candidates.map(({ seconds: _, ...candidate }) => candidate),
    goldenRows: recordGoldenRows(model, data.matrix, goldenRows, mixSeed(seed, 6)),
    importance: importance(model),
    lineage: { ...lineage, seed },
    ...(terms && { terms, goldenTerms: recordGoldenTerms(terms, mixSeed(seed, 13)) }),
  };
}
