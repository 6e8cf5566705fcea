export type { Algorithm, ParameterGrid, Parameters } from './algorithm/algorithm.js';
export { algorithmNames, algorithmOf } from './algorithm/registry.js';
export { decodeArtifact, encodeArtifact } from './artifact/codec.js';
export { verifyGoldenRows } from './artifact/golden-rows.js';
export type { ArtifactCandidate, GoldenRows, Lineage, ModelArtifact } from './artifact/model-artifact.js';
export { createScorer, type FeatureContribution, type Scorer } from './artifact/scorer.js';
export { type Calibration, calibrated } from './calibration/calibration.js';
export {
  type CalibrationChoice,
  type CalibrationData,
  type CalibrationOptions,
  fitCalibration,
  type HeldOutLogLoss,
} from './calibration/fit-calibration.js';
export {
  curveAt,
  fitIsotonic,
  type IsotonicCalibration,
  isotonicRegression,
  type MonotoneCurve,
} from './calibration/isotonic.js';
export { fitPlatt, type PlattCalibration, type PlattInput } from './calibration/platt.js';
export {
  expectedCalibrationError,
  type ReliabilityBin,
  type ReliabilityOptions,
  reliabilityCurve,
} from './calibration/reliability.js';
export {
  chooseThresholds,
  DEFAULT_FALSE_POSITIVE_RATES,
  type FalsePositiveRates,
  type Thresholds,
  thresholdAt,
} from './calibration/thresholds.js';
export { type CollapsedData, collapseDuplicates } from './dataset/collapse-duplicates.js';
export { type DistinctRows, distinctRows } from './dataset/distinct-rows.js';
export { assertMatrix, type Matrix, matrixOf, selectRows } from './dataset/matrix.js';
export { assertTrainingData, countClasses, selectData, type TrainingData } from './dataset/training-data.js';
export { LEARNING_ERRORS, LearningError, type LearningErrorCode } from './errors.js';
export type { Evasion } from './evasion/evasion.js';
export { type EvasionOptions, evasionSteps, minimalEvasion } from './evasion/minimal-evasion.js';
export type { SearchLimits } from './evasion/search-row.js';
export {
  type PermutationImportance,
  type PermutationOptions,
  permutationImportance,
  permutationSteps,
} from './inspection/permutation-importance.js';
export { finish, finishInSlices, type StepControl, type Steps } from './inspection/steps.js';
export { type BootstrapEstimate, type BootstrapOptions, bootstrapFigures } from './metrics/bootstrap.js';
export {
  accuracy,
  type BinaryCounts,
  binaryCounts,
  confusionMatrix,
  f1,
  precision,
  recall,
} from './metrics/confusion.js';
export { type CurvePoint, type RankingCurves, rankingCurves } from './metrics/curves.js';
export { FIGURE_NAMES, type FigureName, type Predictions } from './metrics/figures.js';
export { brierScore, logLoss } from './metrics/probability.js';
export { RankedPredictions } from './metrics/ranked-predictions.js';
export { prAuc, recallAtFalsePositiveRate, rocAuc } from './metrics/ranking.js';
export { type Explanation, explain, explainByPath, explainScore } from './model/explain.js';
export type {
  AdaBoostModel,
  AlgorithmName,
  DecisionTreeModel,
  FittedModel,
  GradientBoostingModel,
  KnnModel,
  LogisticRegressionModel,
  RandomForestModel,
  TreeModel,
} from './model/fitted-model.js';
export { importance } from './model/importance.js';
export { mostProbable, predictProbabilities } from './model/predict.js';
export { PredictionScratch } from './model/prediction-scratch.js';
export type { CardDispute, CardFeedback, CardOpinion } from './model-card/card-feedback.js';
export { type CardFacts, type ModelCard, modelCard } from './model-card/model-card.js';
export type { Executor, RunControl } from './parallel/executor.js';
export type { StepProgress } from './parallel/step-count.js';
export { createExecutor } from './parallel/worker-pool.js';
export { IMPUTER_NEIGHBOURS, type KnnImputer } from './preprocessing/knn-imputer.js';
export type { Imputation, Preprocessing } from './preprocessing/preprocessing.js';
export { RowPreprocessor } from './preprocessing/row-preprocessor.js';
export type { Candidate } from './search/candidate.js';
export type { Rung } from './search/halving-search.js';
export type { Distribution, ParameterSpace } from './search/parameter-space.js';
export {
  type SearchControl,
  type SearchOptions,
  type SearchProgress,
  type SearchResult,
  searchModels,
} from './search/search-models.js';
export type { GridStrategy, HalvingStrategy, RandomStrategy, SearchStrategy } from './search/strategy.js';
export { type HoldOut, type SplitOptions, stratifiedFolds, stratifiedSplit } from './splits/splits.js';
export { type FoldedRows, subsampleFolds } from './splits/subsample.js';
export { type TimedRows, type TimeHoldOut, timeSeriesFolds, timeSplit } from './splits/time-splits.js';
export { fitTermModel, type TermFitOptions } from './terms/fit-term-model.js';
export type { GoldenTerms } from './terms/golden-terms.js';
export { type TermModel, termScores } from './terms/term-model.js';
export { assertTermRows, type TermLayout, type TermRows } from './terms/term-rows.js';
export { evaluate, type TestFigures } from './training/evaluate.js';
export { type Configuration, type FitOptions, fitModel } from './training/fit-model.js';
export type { Fitter, FitterReference } from './training/fitter.js';
export type { Judgement } from './training/judge.js';
export type { EncodedTraining } from './training/thread/messages.js';
export { type ThreadControl, trainInThread } from './training/thread/train-in-thread.js';
export { trainModel } from './training/train-model.js';
export type { TrainingInput } from './training/training-input.js';
export type {
  TrainingControl,
  TrainingProgress,
  TrainingReport,
  TrainingResult,
  TrainingStage,
} from './training/training-report.js';
export type { Criterion } from './tree/impurity.js';
export type { TreeEnsemble } from './tree/tree-ensemble.js';
export { type ClassWeighting, classWeights } from './weights/class-weights.js';
