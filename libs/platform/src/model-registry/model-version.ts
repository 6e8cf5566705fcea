/** One candidate of a search, with what it scored. */
export interface CandidateFigures {
  readonly algorithm: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Mean F1 of the positive class over the folds. */
  readonly meanF1: number;
  readonly standardDeviation: number;
  /** Of each fold. */
  readonly foldF1?: readonly number[];
  readonly seconds: number;
  /** Of a halving: the last rung it was tried on, from 0; its scores are that rung's. */
  readonly rung?: number;
}

/** An object of the object store, by its place and content. */
export interface StoredObject {
  readonly objectKey: string;
  readonly sha256: string;
}

/** One trivial rule that predicts the label of the rows a version was taught. */
export interface LeakMark {
  /** In words: `date = missing means legitimate`. */
  readonly rule: string;
  /** From 0 to 1, on the rows it was read from. */
  readonly balancedAccuracy: number;
  /** False where it tells only how the rows were collected: a context column, a scheme that canonical URLs have lost. */
  readonly visibleToModel: boolean;
}

/** The corrections that a version was taught beside its snapshot. */
export interface FeedbackMark {
  /** The snapshot of corrections. */
  readonly snapshotId: string;
  readonly snapshotSha256: string;
  /** Corrections, one a canonical URL. */
  readonly rows: number;
  /** Rows of the snapshot asked for that they took the place of. */
  readonly replacedRows: number;
}

/** A model version as the registry holds it. Written once, never changed. */
export interface ModelVersion {
  readonly name: string;
  readonly version: number;
  readonly schema: string;
  readonly runId: string;
  readonly snapshotId: string;
  readonly snapshotSha256: string;
  readonly algorithm: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly metrics: Readonly<Record<string, number>>;
  readonly candidates: readonly CandidateFigures[];
  /** Share of each feature in the model's decisions, largest first. */
  readonly importance: readonly { readonly feature: string; readonly importance: number }[];
  readonly thresholds: { readonly malicious: number; readonly suspicious: number };
  readonly rows: number;
  readonly seed: number;
  readonly objectKey: string;
  readonly sha256: string;
  /** Its model card; versions made before there were cards have none. */
  readonly card?: { readonly json: StoredObject; readonly markdown: StoredObject };
  /** Leaks that its run accepted; none found where empty, not looked for where absent. */
  readonly leaks?: readonly LeakMark[];
  /** Absent where there were no corrections. */
  readonly feedback?: FeedbackMark;
  /** A sketch of the rows it was taught, and of its scores on rows it was not; versions made before have none. */
  readonly reference?: StoredObject;
  readonly createdAt: string;
}

/** Where an alias points, who moved it, and where it pointed before, newest first. */
export interface ModelAlias {
  readonly name: string;
  readonly alias: string;
  readonly version: number;
  readonly by: string;
  readonly reason: string;
  readonly at: string;
  readonly previous: readonly number[];
  /** The version that a rollback took away, where a rollback was the last move. */
  readonly rolledBackFrom?: number;
}

export const CHAMPION = 'champion';
export const CHALLENGER = 'challenger';
