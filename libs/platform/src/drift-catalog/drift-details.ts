/** Values from `from` to `to`, both inclusive, and the share of each side's rows that has one of them. */
export type DriftBin = readonly [from: number, to: number, reference: number, current: number];

/** One feature of the stream beside the reference. */
export interface DriftedFeature {
  readonly feature: string;
  readonly populationStabilityIndex: number;
  /** Corrected for everything that was looked at together. */
  readonly adjustedPValue: number;
  readonly drifted: boolean;
  readonly referenceMean: number | null;
  readonly currentMean: number | null;
  readonly bins: readonly DriftBin[];
  /** Shares of rows without a value. */
  readonly missing: { readonly reference: number; readonly current: number };
}

/** What a drift report rests on: every feature, the largest effect first. An object of its own: entries stay small. */
export interface DriftDetails {
  readonly id: string;
  readonly features: readonly DriftedFeature[];
}

/** Where a report's details lie. */
export function driftDetailsKey(id: string): string {
  return `drift/${id}.json`;
}
