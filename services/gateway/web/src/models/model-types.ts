import type { components } from '@weir/client';

type Schemas = components['schemas'];

export type ModelSummary = Schemas['ModelSummaryResponse'];
export type ModelWithVersions = Schemas['ModelResponse'];
export type VersionSummary = Schemas['VersionSummaryResponse'];
export type ModelVersion = Schemas['ModelVersionResponse'];
export type Alias = Schemas['AliasResponse'];

export type ParameterValue = number | string | boolean | null;

export interface ReliabilityBin {
  readonly predicted: number;
  readonly observed: number;
  readonly rows: number;
}

type Points = readonly (readonly [number, number])[];

/** What the page draws and says of a model card. */
export interface ModelCard {
  readonly data: {
    readonly classes: Readonly<Record<string, number | null>>;
    readonly positiveClass: string;
    readonly source: string | null;
    readonly labelsFrom: string | null;
    readonly notes: readonly string[];
  };
  readonly splits: {
    readonly grouped: {
      readonly keptTogether: string;
      readonly confusion: readonly (readonly number[])[];
    } | null;
  };
  readonly calibration: { readonly method: string; readonly reliability: readonly ReliabilityBin[] };
  readonly curves?: { readonly roc: Points; readonly precisionRecall: Points } | null;
  readonly limits: readonly string[];
}

export interface Curves {
  readonly roc: Points;
  readonly precisionRecall: Points;
  readonly reliability: readonly ReliabilityBin[];
}

/** `GET /v1/models/{name}/compare` */
export interface ModelComparison {
  readonly name: string;
  readonly a: ModelVersion;
  readonly b: ModelVersion;
  readonly metrics: readonly ComparedMetric[];
  readonly parameters: readonly {
    readonly parameter: string;
    readonly a: ParameterValue;
    readonly b: ParameterValue;
  }[];
  readonly importance: readonly {
    readonly feature: string;
    readonly a: number | null;
    readonly b: number | null;
  }[];
  readonly curves: { readonly a: Curves | null; readonly b: Curves | null };
}

export type Interval = readonly [low: number, high: number];

export interface ComparedMetric {
  readonly metric: string;
  readonly split: 'grouped' | 'plain';
  readonly a: number | null;
  readonly b: number | null;
  readonly difference: number | null;
  readonly interval?: { readonly a: Interval; readonly b: Interval };
}
