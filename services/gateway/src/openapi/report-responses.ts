import { Described, Nested, NestedList, OrNull, REPORT_STATUSES, type ReportStatus } from '@weir/contracts';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  Min,
} from 'class-validator';

export class ClassShareResponse {
  @IsString() name!: string;
  @IsInt() @Min(0) rows!: number;
  /** Of the labelled rows, 0 to 1. */
  @IsNumber() share!: number;
}

export class DistinctRowsResponse {
  @IsInt() rows!: number;
  /** Rows that differ, label included. */
  @IsInt() distinctRows!: number;
  /** The same, label left out. */
  @IsInt() distinctFeatureRows!: number;
  /** Rows beyond the first of their kind. */
  @IsInt() duplicateRows!: number;
  /** Distinct feature rows that stand under more than one label. */
  @IsInt() conflictingFeatureRows!: number;
  @IsInt() rowsInConflict!: number;
}

export class ColumnSummaryResponse {
  @IsString() name!: string;
  @IsIn(['integer', 'number', 'text']) type!: 'integer' | 'number' | 'text';
  @IsInt() @Min(0) missing!: number;
  @OrNull() @IsNumber() minimum!: number | null;
  @OrNull() @IsNumber() maximum!: number | null;
  @OrNull() @IsNumber() mean!: number | null;
  /** Values with their counts, where they are few. */
  @OrNull()
  @Described({
    type: 'array',
    items: { type: 'array', minItems: 2, maxItems: 2, items: { type: ['number', 'string'] } },
  })
  values!: [number | string, number][] | null;
}

export class LeakFindingResponse {
  @IsString() code!: string;
  @IsIn(['error', 'warning']) severity!: 'error' | 'warning';
  @IsString() column!: string;
  /** In words: `date = missing means legitimate`. */
  @IsString() rule!: string;
  @IsBoolean() visibleToModel!: boolean;
  @IsString() message!: string;
  @IsNumber() balancedAccuracy!: number;
  @IsNumber() f1!: number;
  /** Share of the rows the rule speaks about. */
  @IsNumber() coverage!: number;
}

export class ColumnDriftResponse {
  @IsString() column!: string;
  @IsString() test!: string;
  @OrNull() @IsNumber() statistic!: number | null;
  @OrNull() @IsNumber() pValue!: number | null;
  /** Corrected for the number of columns. */
  @OrNull() @IsNumber() adjustedPValue!: number | null;
  /** From 0.1 it may count, from 0.25 it is large. */
  @OrNull() @IsNumber() populationStabilityIndex!: number | null;
  @OrNull() @IsNumber() jensenShannon!: number | null;
  @IsBoolean() drifted!: boolean;
  @IsString() severity!: string;
}

/** Of a snapshot against its parent. */
export class SnapshotDriftResponse {
  @NestedList(() => ColumnDriftResponse) columns!: ColumnDriftResponse[];
  @IsArray() @IsString({ each: true }) drifted!: string[];
  @IsArray() @IsString({ each: true }) added!: string[];
  @IsArray() @IsString({ each: true }) removed!: string[];
  @IsArray() @IsString({ each: true }) changedKind!: string[];
}

export class ValidationIssueResponse {
  @IsString() code!: string;
  @IsIn(['error', 'warning', 'note']) severity!: 'error' | 'warning' | 'note';
  @IsOptional() @IsString() column?: string;
  @IsString() message!: string;
  /** Rows concerned. */
  @IsOptional() @IsInt() rows?: number;
}

/** What a snapshot is like, and whether it can be trained on. */
export class ValidationReportResponse {
  @IsString() id!: string;
  @IsString() runId!: string;
  @IsString() snapshotId!: string;
  @OrNull() @IsString() parent!: string | null;
  @IsString() schema!: string;
  @IsIn(REPORT_STATUSES) status!: ReportStatus;
  @IsISO8601() createdAt!: string;
  @IsInt() @Min(0) rows!: number;
  @NestedList(() => ClassShareResponse) classes!: ClassShareResponse[];
  @Nested(() => DistinctRowsResponse) distinct!: DistinctRowsResponse;
  @NestedList(() => ColumnSummaryResponse) columns!: ColumnSummaryResponse[];
  @NestedList(() => LeakFindingResponse) leaks!: LeakFindingResponse[];
  @OrNull() @Nested(() => SnapshotDriftResponse) drift!: SnapshotDriftResponse | null;
  @NestedList(() => ValidationIssueResponse) issues!: ValidationIssueResponse[];
}
