import type { components } from '@weir/client';

type Schemas = components['schemas'];

export type Snapshot = Schemas['SnapshotResponse'];
export type ReportEntry = Schemas['ReportEntryResponse'];
export type ValidationReport = Schemas['ValidationReportResponse'];
export type ColumnSummary = ValidationReport['columns'][number];

/** How far one distribution moved. */
export interface Moved {
  /** Population stability index: from 0.1 it may count, from 0.25 it is large. */
  readonly populationStabilityIndex: number;
  readonly drifted: boolean;
}

export interface DriftedFeature extends Moved {
  readonly feature: string;
  readonly referenceMean: number | null;
  readonly currentMean: number | null;
  /** From and to (both inclusive), share of the reference, share of the stream. */
  readonly bins: readonly (readonly [number, number, number, number])[];
  readonly missing: { readonly reference: number; readonly current: number };
}

/** `GET /v1/drift`: a window of the stream beside what a version was taught. */
export interface DriftEntry {
  readonly id: string;
  readonly model: { readonly name: string; readonly version: number };
  readonly reference: 'training' | 'first-windows';
  readonly from: string;
  readonly to: string;
  readonly rows: number;
  readonly level: 'ok' | 'warned' | 'drifted';
  readonly columns: number;
  readonly drifted: readonly (Moved & { readonly column: string })[];
  readonly scores?: Moved;
  readonly verdicts?: Moved;
}

/** `GET /v1/drift/{id}` */
export interface DriftReport extends DriftEntry {
  /** Empty in reports made before details were kept. */
  readonly features: readonly DriftedFeature[];
}

export interface DriftList {
  readonly reports: readonly DriftEntry[];
  readonly next: string | null;
}
