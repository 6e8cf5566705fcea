import type { Parameters } from '../algorithm/algorithm.js';
import type { Calibration } from '../calibration/calibration.js';
import type { Thresholds } from '../calibration/thresholds.js';
import type { AlgorithmName, FittedModel } from '../model/fitted-model.js';
import type { GoldenTerms } from '../terms/golden-terms.js';
import type { TermModel } from '../terms/term-model.js';

/** Where a model comes from. */
export interface Lineage {
  readonly snapshotId: string;
  readonly snapshotSha256: string;
  readonly runId: string;
  readonly seed: number;
  /** ISO 8601, given by the caller: the library reads no clock. */
  readonly createdAt: string;
  /** Rows of the snapshot, before duplicates are collapsed. */
  readonly rows: number;
}

/** A configuration that was tried. Without times, so that equal runs give equal bytes. */
export interface ArtifactCandidate {
  readonly algorithm: AlgorithmName;
  readonly parameters: Parameters;
  readonly meanF1: number;
  readonly standardDeviation: number;
  readonly foldF1: readonly number[];
  /** Of a halving: the last rung it was tried on, from 0. */
  readonly rung?: number;
}

/** Rows with the raw probabilities the model gave when it was made; whoever loads it can check. */
export interface GoldenRows {
  /** n × `featureNames.length`; `NaN` is missing. */
  readonly features: Float32Array;
  /** n × `classes.length`. */
  readonly probabilities: Float32Array;
}

/** A model with all that is needed to serve, judge and trace it. Data only: loading one can run nothing. */
export interface ModelArtifact {
  /** Name of the feature schema. */
  readonly schema: string;
  readonly featureNames: readonly string[];
  /** Names of the classes, by class index. */
  readonly classes: readonly string[];
  readonly positiveIndex: number;
  readonly algorithm: AlgorithmName;
  readonly parameters: Parameters;
  readonly model: FittedModel;
  readonly calibration: Calibration;
  readonly thresholds: Thresholds;
  /** Figures by name: `distinct.f1`, `stratified.rocAuc`, … */
  readonly metrics: Readonly<Record<string, number>>;
  readonly candidates: readonly ArtifactCandidate[];
  readonly goldenRows: GoldenRows;
  /** One a feature; sums to 1. */
  readonly importance: Float64Array;
  readonly lineage: Lineage;
  /** What makes the last columns of a row's terms; where absent, all columns are given. Refuse terms hashed otherwise. */
  readonly terms?: TermModel;
  /** Where there are `terms`. */
  readonly goldenTerms?: GoldenTerms;
}
