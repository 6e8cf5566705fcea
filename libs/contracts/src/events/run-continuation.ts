import { IsArray, IsIn, IsInt, IsOptional, IsString, Min } from 'class-validator';
import { Nested } from '../validation/nested.js';

export const STAGES = ['ingestion', 'validation', 'training'] as const;
export type Stage = (typeof STAGES)[number];

/** How a search is to be made; the training service's defaults where absent. */
export class SearchRequest {
  @IsOptional() @IsArray() @IsString({ each: true }) algorithms?: string[];
  @IsOptional() @IsInt() seed?: number;
  @IsOptional() @IsInt() @Min(2) folds?: number;
}

/** What the later stages of a run need to know; each stage's event hands it on. */
export class RunContinuation {
  /** The last stage to run; `training` where absent. `POST /v1/snapshots` asks for `validation`. */
  @IsOptional() @IsIn(STAGES) until?: Stage;
  @IsOptional() @Nested(() => SearchRequest) search?: SearchRequest;
}
