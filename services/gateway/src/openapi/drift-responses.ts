import { Described, ModelDriftPublished, Nested, NestedList, OrNull } from '@weir/contracts';
import { IsBoolean, IsNumber, IsString } from 'class-validator';
import { PageResponse } from './responses.js';

export class DriftListResponse extends PageResponse {
  @NestedList(() => ModelDriftPublished) reports!: ModelDriftPublished[];
}

/** Shares of rows without a value. */
export class MissingSharesResponse {
  @IsNumber() reference!: number;
  @IsNumber() current!: number;
}

/** One feature of the stream beside the reference. */
export class DriftedFeatureResponse {
  @IsString() feature!: string;
  /** From 0.1 it may count, from 0.25 it is large. */
  @IsNumber() populationStabilityIndex!: number;
  /** Corrected for everything that was looked at together. */
  @IsNumber() adjustedPValue!: number;
  @IsBoolean() drifted!: boolean;
  @OrNull() @IsNumber() referenceMean!: number | null;
  @OrNull() @IsNumber() currentMean!: number | null;
  @Described({
    type: 'array',
    description: 'From and to (both inclusive), share of the reference, share of the stream',
    items: { type: 'array', minItems: 4, maxItems: 4, items: { type: 'number' } },
  })
  bins!: [number, number, number, number][];
  @Nested(() => MissingSharesResponse) missing!: MissingSharesResponse;
}

export class DriftReportResponse extends ModelDriftPublished {
  /** The largest effect first; empty in reports made before details were kept. */
  @NestedList(() => DriftedFeatureResponse) features!: DriftedFeatureResponse[];
}
