import {
  LEAK_POLICIES,
  type LeakPolicy,
  Nested,
  NestedList,
  REPORT_STATUSES,
  type ReportStatus,
  RUN_STATES,
  type RunState,
  SearchRequest,
  SourceRequest,
  STAGES,
  type Stage,
} from '@weir/contracts';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Min } from 'class-validator';
import { ItemProblem, PageResponse } from './responses.js';

/** How far one stage of a run is; `total` is 0 while it is not known. */
export class StageProgressResponse {
  @IsIn(RUN_STATES) state!: RunState;
  @IsInt() @Min(0) done!: number;
  @IsInt() @Min(0) total!: number;
  @IsString() message!: string;
  @IsISO8601() startedAt!: string;
  @IsISO8601() at!: string;
}

/** A run's stages that have begun. */
export class RunStagesResponse {
  @IsOptional() @Nested(() => StageProgressResponse) ingestion?: StageProgressResponse;
  @IsOptional() @Nested(() => StageProgressResponse) validation?: StageProgressResponse;
  @IsOptional() @Nested(() => StageProgressResponse) training?: StageProgressResponse;
}

/** Paths of what a run has made: `model` has every candidate of the search. */
export class RunLinksResponse {
  @IsOptional() @IsString() snapshot?: string;
  @IsOptional() @IsString() report?: string;
  @IsOptional() @IsString() model?: string;
  @IsOptional() @IsString() card?: string;
}

export class RunResponse {
  @IsString() id!: string;
  @IsString() schema!: string;
  @IsIn(STAGES) from!: Stage;
  @IsIn(STAGES) until!: Stage;
  @IsIn(RUN_STATES) state!: RunState;
  @Nested(() => RunStagesResponse) stages!: RunStagesResponse;
  @IsOptional() @Nested(() => SourceRequest) source?: SourceRequest;
  /** What was asked of the search. */
  @IsOptional() @Nested(() => SearchRequest) search?: SearchRequest;
  /** What training was told to do about leaks. */
  @IsOptional() @IsIn(LEAK_POLICIES) leaks?: LeakPolicy;
  @IsOptional() @Nested(() => RunLinksResponse) links?: RunLinksResponse;
  @IsOptional() @IsString() snapshotId?: string;
  @IsOptional() @IsString() reportId?: string;
  @IsOptional() @IsIn(REPORT_STATUSES) reportStatus?: ReportStatus;
  @IsOptional() @IsString() model?: string;
  @IsOptional() @IsInt() version?: number;
  @IsOptional() @IsString() alias?: string;
  @IsOptional() @Nested(() => ItemProblem) error?: ItemProblem;
  @IsISO8601() createdAt!: string;
  @IsISO8601() updatedAt!: string;
}

export class RunStartedResponse {
  @IsString() runId!: string;
  @Nested(() => RunResponse) run!: RunResponse;
}

export class TrainResponse {
  @IsString() message!: string;
  @IsString() runId!: string;
}

export class RunListResponse extends PageResponse {
  @NestedList(() => RunResponse) runs!: RunResponse[];
}
