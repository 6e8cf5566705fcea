import { ModelReference, Nested, NestedList } from '@weir/contracts';
import { IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, Min } from 'class-validator';
import { ItemProblem, PageResponse } from '../openapi/responses.js';
import { JOB_STATES, type JobState } from './prediction-job.js';

/** How many rows got each verdict. */
export class VerdictCountsResponse {
  @IsInt() @Min(0) malicious!: number;
  @IsInt() @Min(0) suspicious!: number;
  @IsInt() @Min(0) safe!: number;
}

/** Why a job failed; `errors` names the bad rows. */
export class JobErrorResponse extends ItemProblem {
  @IsOptional() @IsArray() errors?: object[];
}

/** Where its result is. */
export class JobLinksResponse {
  @IsString() result!: string;
}

/** Predictions in the background. */
export class JobResponse {
  @IsString() id!: string;
  @IsString() schema!: string;
  @IsIn(JOB_STATES) state!: JobState;
  /** Rows answered. */
  @IsInt() @Min(0) done!: number;
  /** Rows of the upload, by its lines until all are read; 0 while unknown. */
  @IsInt() @Min(0) total!: number;
  @IsOptional() @IsString() message?: string;
  @IsOptional() @Nested(() => ModelReference) model?: ModelReference;
  @IsOptional() @Nested(() => VerdictCountsResponse) counts?: VerdictCountsResponse;
  @IsOptional() @Nested(() => JobErrorResponse) error?: JobErrorResponse;
  @IsISO8601() createdAt!: string;
  @IsISO8601() updatedAt!: string;
  @Nested(() => JobLinksResponse) links!: JobLinksResponse;
}

/** Jobs, newest first. */
export class JobListResponse extends PageResponse {
  @NestedList(() => JobResponse) jobs!: JobResponse[];
}
