import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Min, ValidateNested } from 'class-validator';

export const STAGES = ['ingestion', 'validation', 'training'] as const;
export type Stage = (typeof STAGES)[number];

/** How a search is to be made; the training service's defaults where absent. */
export class SearchRequest {
  @IsOptional() @IsString({ each: true }) algorithms?: string[];
  @IsOptional() @IsInt() seed?: number;
  @IsOptional() @IsInt() @Min(2) folds?: number;
}

/** What the later stages of a run need to know; each stage's event hands it on. */
export class RunContinuation {
  /** The last stage to run; `training` where absent. `POST /v1/snapshots` asks for `validation`. */
  @IsOptional() @IsIn(STAGES) until?: Stage;
  @IsOptional() @ValidateNested() @Type(() => SearchRequest) search?: SearchRequest;
}
