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
export { benjaminiHochberg } from './tests/benjamini-hochberg.js';
export { type ChiSquaredResult, chiSquaredContingency } from './tests/chi-squared.js';
export { jensenShannonDistance, populationStabilityIndex } from './tests/divergence.js';
export {
  type KolmogorovSmirnovOptions,
  kolmogorovSmirnov,
  type TestResult,
} from './tests/kolmogorov-smirnov.js';
