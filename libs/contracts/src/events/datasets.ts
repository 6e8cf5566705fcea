import {
  IsArray,
  IsHash,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Min,
} from 'class-validator';
import { IsIdentifier } from '../validation/identifier.js';
import { Nested } from '../validation/nested.js';

import { RunContinuation } from './run-continuation.js';

export const SOURCE_KINDS = ['file', 'upload', 's3', 'mongodb', 'kafka'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A snapshot of analysts' corrections is made by ingestion itself: nobody can ask for it to be read. */
export const POSITION_KINDS = [...SOURCE_KINDS, 'feedback'] as const;
export type PositionKind = (typeof POSITION_KINDS)[number];

/** Where a snapshot's rows came from, and how far into it: enough to read the same rows again. Never a credential. */
export class SourcePosition {
  @IsIn(POSITION_KINDS) kind!: PositionKind;
  /** Path, object key, collection or topic, without credentials. */
  @IsString() @IsNotEmpty() name!: string;
  /** Offsets, ETag, SHA-256 of the input: whatever fixes the position in a source of this kind. */
  @IsOptional() @IsObject() position?: Record<string, unknown>;
}

/** `datasets.snapshots`: an immutable snapshot is stored and can be read. */
export class DatasetSnapshotPublished {
  @IsIdentifier() runId!: string;
  @IsString() @IsNotEmpty() snapshotId!: string;
  @IsString() @IsNotEmpty() schema!: string;
  @IsInt() @Min(0) rows!: number;
  @IsHash('sha256') sha256!: string;
  @IsString() @IsNotEmpty() objectKey!: string;
  @Nested(() => SourcePosition) source!: SourcePosition;
  /** The snapshot this one follows: the newest of the same schema when it was made. */
  @IsOptional() @IsString() parent?: string;
  /** How the run goes on, as it was asked for. */
  @IsOptional() @Nested(() => RunContinuation) run?: RunContinuation;
  @IsISO8601() createdAt!: string;
}

export const REPORT_STATUSES = ['passed', 'warned', 'failed'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** How a snapshot's columns moved against its parent. */
export class DriftSummary {
  @IsString() @IsNotEmpty() against!: string;
  @IsInt() @Min(0) columns!: number;
  @IsInt() @Min(0) drifted!: number;
  @IsArray() @IsString({ each: true }) driftedColumns!: string[];
}

/** `datasets.reports`: a snapshot was checked. `failed` ends its run; training takes the others. */
export class DatasetReportPublished {
  @IsIdentifier() runId!: string;
  @IsString() @IsNotEmpty() reportId!: string;
  @IsString() @IsNotEmpty() snapshotId!: string;
  @IsString() @IsNotEmpty() schema!: string;
  @IsIn(REPORT_STATUSES) status!: ReportStatus;
  @IsOptional() @Nested(() => DriftSummary) drift?: DriftSummary;
  @IsString() @IsNotEmpty() reportKey!: string;
  /** How the run goes on, as it was asked for. */
  @IsOptional() @Nested(() => RunContinuation) run?: RunContinuation;
  @IsISO8601() createdAt!: string;
}
