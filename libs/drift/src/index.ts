export type { ColumnComparison, DriftTest } from './compare/compare-columns.js';
export {
  type ColumnDrift,
  compareProfiles,
  type DriftOptions,
  type DriftReport,
  type DriftSeverity,
} from './compare/compare-profiles.js';
export { type DistinctReport, DistinctRows } from './distinct/distinct-rows.js';
export { DRIFT_ERRORS, DriftError, type DriftErrorCode } from './errors.js';
export {
  type ExpectedConfusion,
  type ExpectedPerformance,
  expectedF1,
  expectedPerformance,
  flaggedShare,
  rowsOf,
} from './estimate/expected-confusion.js';
export { CONFUSION_GROUPS, GroupedConfusion } from './estimate/grouped-confusion.js';
export {
  type ChallengerBounds,
  type ChallengerFigures,
  type ChallengerJudgement,
  type ChallengerWindow,
  judgeChallenger,
} from './estimate/judge-challenger.js';
export { type PairedEstimate, type PairedFigure, pairedEstimate } from './estimate/paired-estimate.js';
export { wilsonLowerBound } from './estimate/wilson.js';
export { auditLeaks, type LeakFinding, type LeakInput, type LeakOptions } from './leaks/audit-leaks.js';
export {
  type AuditedColumn,
  type CellValue,
  JointCounter,
  type JointCounterOptions,
  type JointCounts,
} from './leaks/joint-counts.js';
export { LeakAuditor, type LeakAuditorInput } from './leaks/leak-auditor.js';
export { URL_TEXT_RULES, type UrlTextRule } from './leaks/url-rules.js';
export {
  type ColumnProfile,
  type NumberProfile,
  type NumericColumnProfile,
  profileFromJson,
  profileToJson,
  type TextColumnProfile,
} from './profile/column-profile.js';
export { ColumnProfiler, type ColumnProfilerOptions } from './profile/column-profiler.js';
export { type ColumnHistogram, columnHistograms, type HistogramBin } from './sketch/column-histograms.js';
export {
  ColumnSketch,
  type ColumnSketchState,
  MOST_BINS,
  type SketchMoments,
} from './sketch/column-sketch.js';
export {
  compareSketches,
  type DriftLevel,
  type SketchComparison,
  type SketchDrift,
  type SketchDriftOptions,
} from './sketch/compare-sketches.js';
export { RowSample, type RowSampleOptions, SAMPLE_ROWS } from './sketch/row-sample.js';
export { SKETCH_VERSION, type StreamSketchJson, sketchFromJson, sketchToJson } from './sketch/sketch-json.js';
export {
  SCORE_BINS,
  type SketchedAnswers,
  type SketchedRows,
  StreamSketch,
  scoreBin,
} from './sketch/stream-sketch.js';
export { relativeError } from './sketch/value-bins.js';
export { benjaminiHochberg } from './tests/benjamini-hochberg.js';
export { type ChiSquaredResult, chiSquaredContingency } from './tests/chi-squared.js';
export { jensenShannonDistance, populationStabilityIndex } from './tests/divergence.js';
export {
  type KolmogorovSmirnovOptions,
  kolmogorovSmirnov,
  type TestResult,
} from './tests/kolmogorov-smirnov.js';
