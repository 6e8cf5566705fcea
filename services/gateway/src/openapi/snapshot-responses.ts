import {
  DriftSummary,
  MapOf,
  Nested,
  NestedList,
  REPORT_STATUSES,
  type ReportStatus,
  SourcePosition,
} from '@weir/contracts';
import {
  IsArray,
  IsBoolean,
  IsHash,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Min,
} from 'class-validator';
import { PageResponse } from './responses.js';

export class SnapshotResponse {
  @IsString() id!: string;
  @IsString() schema!: string;
  @IsInt() @Min(0) rows!: number;
  @IsHash('sha256') sha256!: string;
  @IsString() objectKey!: string;
  /** Feature columns in order; empty for URLs. */
  @IsArray() @IsString({ each: true }) columns!: string[];
  /** Text columns in order: the URL's, then its context; empty for features. */
  @IsArray() @IsString({ each: true }) textColumns!: string[];
  /** The label's column. */
  @IsString() label!: string;
  /** Whether every row has a label. */
  @IsBoolean() labelled!: boolean;
  /** Rows by class. */
  @MapOf({ type: 'integer', minimum: 0 }) @IsObject() classCounts!: Record<string, number>;
  @Nested(() => SourcePosition) source!: SourcePosition;
  /** The newest snapshot of the schema when this one was made. */
  @IsOptional() @IsString() parent?: string;
  @IsInt() @Min(0) splitSeed!: number;
  @IsString() runId!: string;
  @IsISO8601() createdAt!: string;
}

export class SnapshotListResponse extends PageResponse {
  @NestedList(() => SnapshotResponse) snapshots!: SnapshotResponse[];
}

export class ReportEntryResponse {
  @IsString() id!: string;
  @IsString() runId!: string;
  @IsString() snapshotId!: string;
  @IsString() schema!: string;
  @IsIn(REPORT_STATUSES) status!: ReportStatus;
  @IsInt() @Min(0) issues!: number;
  @IsOptional() @Nested(() => DriftSummary) drift?: DriftSummary;
  @IsString() reportKey!: string;
  @IsString() htmlKey!: string;
  @IsISO8601() createdAt!: string;
}

export class ReportListResponse extends PageResponse {
  @NestedList(() => ReportEntryResponse) reports!: ReportEntryResponse[];
}
