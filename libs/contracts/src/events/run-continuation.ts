import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { Nested } from '../validation/nested.js';
import { IsParameterGrids, type ParameterGrids } from '../validation/parameter-grids.js';

export const STAGES = ['ingestion', 'validation', 'training'] as const;
export type Stage = (typeof STAGES)[number];

export const SEARCH_STRATEGIES = ['grid', 'random', 'halving'] as const;
export type SearchStrategyName = (typeof SEARCH_STRATEGIES)[number];

export const ENGINES = ['weir', 'ml'] as const;
export type Engine = (typeof ENGINES)[number];

/** How a search is to be made; the training service's defaults where absent. */
export class SearchRequest {
  /** Names of learners: `gradient-boosting`, `random-forest`, … */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) algorithms?: string[];
  @IsOptional() @IsInt() seed?: number;
  @IsOptional() @IsInt() @Min(2) folds?: number;
  /** `grid`: every combination; `random`: some drawn; `halving`: all on few rows, the best third on three times as many. */
  @IsOptional() @IsIn(SEARCH_STRATEGIES) strategy?: SearchStrategyName;
  /** With `random` and `halving`: combinations to draw for each algorithm. */
  @IsOptional() @IsInt() @Min(1) @Max(1_000) candidates?: number;
  /** Values to try by algorithm and parameter, instead of the algorithm's own: `{"knn": {"k": [3, 5]}}`. */
  @IsOptional() @IsParameterGrids() grids?: ParameterGrids;
  /** What fits: Weir's own learners, or the packages ml-random-forest, ml-cart and ml-knn, for small data. */
  @IsOptional() @IsIn(ENGINES) engine?: Engine;
}

/** `refuse` where absent; `accept` trains in spite of leaks, and marks the model with them. */
export const LEAK_POLICIES = ['refuse', 'accept'] as const;
export type LeakPolicy = (typeof LEAK_POLICIES)[number];

/** What the later stages of a run need to know; each stage's event hands it on. */
export class RunContinuation {
  /** The last stage to run; `training` where absent. `POST /v1/snapshots` asks for `validation`. */
  @IsOptional() @IsIn(STAGES) until?: Stage;
  @IsOptional() @Nested(() => SearchRequest) search?: SearchRequest;
  /** What training does where one trivial rule predicts the label. */
  @IsOptional() @IsIn(LEAK_POLICIES) leaks?: LeakPolicy;
}
