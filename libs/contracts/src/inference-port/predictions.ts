import type { ListHit } from '../events/lists.js';
import type { ModelReference, VerdictChange } from '../events/urls.js';
import type { Verdict } from '../verdict/verdict.js';

/**
 * The prediction port: what the gateway asks of inference over in-cluster HTTP.
 * `POST /internal/verdicts` takes {@link VerdictsRequest}; `POST /internal/predictions/:schema` takes {@link PredictionsRequest},
 * or the same as numbers: `rows-message.ts`.
 */
export interface VerdictsRequest {
  readonly urls: readonly string[];
  /** Flagged URLs get exact ones (Shapley values); what speaks for safe ones is found by the trees' paths, at a seventh of the cost. */
  readonly reasons: boolean;
}

export interface ScoredUrl {
  readonly verdict: Verdict;
  readonly probability: number;
  readonly reasons: readonly string[];
  /** What would have to change for the verdict to change; where reasons were asked for. */
  readonly change?: VerdictChange;
  /** Where a list overruled the model; `probability` stays the model's. */
  readonly list?: ListHit;
}

/** An item that could not be classified, in its place among the others. */
export interface ItemError {
  readonly error: { readonly code: string; readonly message: string };
}

export interface VerdictsResponse {
  readonly model: ModelReference;
  readonly results: readonly (ScoredUrl | ItemError)[];
}

/** Rows in column order of `columns`; `null` is a missing value. */
export interface PredictionsRequest {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | null)[])[];
}

export interface Prediction {
  readonly label: number | string;
  readonly verdict: Verdict;
  readonly probability: number;
}

export interface PredictionsResponse {
  readonly model: ModelReference;
  readonly predictions: readonly Prediction[];
}
