import { Described, type JsonSchema, Nested, NestedList, OrNull } from '@weir/contracts';
import { IsIn, IsNumber, IsOptional, IsString } from 'class-validator';
import { CurvesResponse } from './curve-responses.js';
import { ModelVersionResponse, PARAMETERS } from './model-responses.js';

const INTERVAL: JsonSchema = { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number' } };
type Value = number | string | boolean | null;

export class ComparedIntervalResponse {
  @Described(INTERVAL) a!: [number, number];
  @Described(INTERVAL) b!: [number, number];
}

/** One figure of both versions; `difference` is b less a. Null where a version does not have it. */
export class ComparedMetricResponse {
  @IsString() metric!: string;
  /** `grouped` has the honest figures. */
  @IsIn(['grouped', 'plain']) split!: 'grouped' | 'plain';
  @OrNull() @IsNumber() a!: number | null;
  @OrNull() @IsNumber() b!: number | null;
  @OrNull() @IsNumber() difference!: number | null;
  /** 95 % bootstrap intervals, where both have one. */
  @IsOptional() @Nested(() => ComparedIntervalResponse) interval?: ComparedIntervalResponse;
}

export class ComparedParameterResponse {
  @IsString() parameter!: string;
  @Described(PARAMETERS) a!: Value;
  @Described(PARAMETERS) b!: Value;
}

export class ComparedImportanceResponse {
  @IsString() feature!: string;
  @OrNull() @IsNumber() a!: number | null;
  @OrNull() @IsNumber() b!: number | null;
}

export class ComparedCurvesResponse {
  @OrNull() @Nested(() => CurvesResponse) a!: CurvesResponse | null;
  @OrNull() @Nested(() => CurvesResponse) b!: CurvesResponse | null;
}

/** Two versions side by side. */
export class ModelComparisonResponse {
  @IsString() name!: string;
  @Nested(() => ModelVersionResponse) a!: ModelVersionResponse;
  @Nested(() => ModelVersionResponse) b!: ModelVersionResponse;
  @NestedList(() => ComparedMetricResponse) metrics!: ComparedMetricResponse[];
  /** Those that differ first. */
  @NestedList(() => ComparedParameterResponse) parameters!: ComparedParameterResponse[];
  /** The largest share of either first. */
  @NestedList(() => ComparedImportanceResponse) importance!: ComparedImportanceResponse[];
  /** Null for a version whose card has none. */
  @Nested(() => ComparedCurvesResponse) curves!: ComparedCurvesResponse;
}
