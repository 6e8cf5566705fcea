import {
  LEAK_POLICIES,
  ListHit,
  ModelReference,
  RUN_STATES,
  STAGES,
  type Stage,
  UrlVerdict,
  VERDICTS,
  VerdictChange,
} from '@weir/contracts';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';

/** What the routes answer, as classes, so that the OpenAPI document is made from code that the tests can check. */
export class FieldProblem {
  @IsString() path!: string;
  @IsString() code!: string;
  @IsString() message!: string;
}

/** RFC 9457 */
export class ProblemResponse {
  @IsString() type!: string;
  @IsString() title!: string;
  @IsInt() status!: number;
  @IsString() detail!: string;
  @IsString() code!: string;
  @IsOptional() @IsString() instance?: string;
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => FieldProblem) errors?: FieldProblem[];
}

export class ItemProblem {
  @IsString() code!: string;
  @IsString() message!: string;
}

/** A verdict, or in its place why there is none. */
export class BatchVerdict {
  @IsOptional() @IsString() id?: string;
  @IsOptional() @IsString() url?: string | null;
  @IsOptional() @IsIn(VERDICTS) verdict?: UrlVerdict['verdict'];
  @IsOptional() @IsNumber() probability?: number;
  @IsOptional() @ValidateNested() @Type(() => ModelReference) model?: ModelReference;
  @IsOptional() @IsArray() @IsString({ each: true }) reasons?: string[];
  /** What would have to change for the verdict to change; where reasons were asked for. */
  @IsOptional() @ValidateNested() @Type(() => VerdictChange) change?: VerdictChange;
  /** Where a list overruled the model. */
  @IsOptional() @ValidateNested() @Type(() => ListHit) list?: ListHit;
  @IsOptional() @IsISO8601() classifiedAt?: string;
  @IsOptional() @ValidateNested() @Type(() => ItemProblem) error?: ItemProblem;
}

export class VerdictBatchResponse {
  @IsArray() @ValidateNested({ each: true }) @Type(() => BatchVerdict) verdicts!: BatchVerdict[];
}

export class EventIdsResponse {
  @IsArray() @IsString({ each: true }) ids!: string[];
}

export class RowPrediction {
  /** The data set's own value. */
  label!: number | string;
  @IsIn(VERDICTS) verdict!: UrlVerdict['verdict'];
  @IsNumber() probability!: number;
}

export class PredictionsAnswer {
  @IsArray() @ValidateNested({ each: true }) @Type(() => RowPrediction) predictions!: RowPrediction[];
  @ValidateNested() @Type(() => ModelReference) model!: ModelReference;
}

export class RunResponse {
  @IsString() id!: string;
  @IsString() schema!: string;
  @IsIn(STAGES) from!: Stage;
  @IsIn(STAGES) until!: Stage;
  @IsIn(RUN_STATES) state!: string;
  @IsObject() stages!: Record<string, object>;
  @IsOptional() @IsObject() source?: object;
  /** What was asked of the search. */
  @IsOptional() @IsObject() search?: object;
  /** What training was told to do about leaks. */
  @IsOptional() @IsIn(LEAK_POLICIES) leaks?: string;
  /** Paths of what it has made: `model` (with every candidate of the search), `card`, `report`, `snapshot`. */
  @IsOptional() @IsObject() links?: Record<string, string>;
  @IsOptional() @IsString() snapshotId?: string;
  @IsOptional() @IsString() reportId?: string;
  @IsOptional() @IsString() reportStatus?: string;
  @IsOptional() @IsString() model?: string;
  @IsOptional() @IsInt() version?: number;
  @IsOptional() @IsString() alias?: string;
  @IsOptional() @ValidateNested() @Type(() => ItemProblem) error?: ItemProblem;
  @IsISO8601() createdAt!: string;
  @IsISO8601() updatedAt!: string;
}

export class RunStartedResponse {
  @IsString() runId!: string;
  @ValidateNested() @Type(() => RunResponse) run!: RunResponse;
}

export class TrainResponse {
  @IsString() message!: string;
  @IsString() runId!: string;
}

export class PageResponse {
  /** `cursor` of the next page. */
  @IsOptional() @IsString() next?: string | null;
}

export class RunListResponse extends PageResponse {
  @IsArray() @ValidateNested({ each: true }) @Type(() => RunResponse) runs!: RunResponse[];
}

export class SnapshotResponse {
  @IsString() id!: string;
  @IsString() schema!: string;
  @IsInt() rows!: number;
  @IsString() sha256!: string;
  @IsBoolean() labelled!: boolean;
  @IsObject() classCounts!: Record<string, number>;
  @IsArray() @IsString({ each: true }) columns!: string[];
  @IsObject() source!: object;
  @IsOptional() @IsString() parent?: string;
  @IsString() runId!: string;
  @IsISO8601() createdAt!: string;
}

export class SnapshotListResponse extends PageResponse {
  @IsArray() @ValidateNested({ each: true }) @Type(() => SnapshotResponse) snapshots!: SnapshotResponse[];
}

export class ReportEntryResponse {
  @IsString() id!: string;
  @IsString() runId!: string;
  @IsString() snapshotId!: string;
  @IsString() schema!: string;
  @IsIn(['passed', 'warned', 'failed']) status!: string;
  @IsInt() issues!: number;
  @IsOptional() @IsObject() drift?: object;
  @IsISO8601() createdAt!: string;
}

export class ReportListResponse extends PageResponse {
  @IsArray() @ValidateNested({ each: true }) @Type(() => ReportEntryResponse) reports!: ReportEntryResponse[];
}
