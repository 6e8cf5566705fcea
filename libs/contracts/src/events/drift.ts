import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MapOf } from '../json-schema/described.js';
import { Nested } from '../validation/nested.js';
import { ModelReference } from './urls.js';

/** `urls.sketches`: what the rows were like that one process scored with one model version in a window. No URL inside. */
export class UrlSketchPublished {
  /** The same id is counted once: process and its count of sketches. */
  @IsString() @IsNotEmpty() @MaxLength(400) id!: string;
  @Nested(() => ModelReference) model!: ModelReference;
  @IsString() @IsNotEmpty() @MaxLength(100) process!: string;
  /** Of the window, by the process's clock; `to` exclusive. */
  @IsISO8601() from!: string;
  @IsISO8601() to!: string;
  @IsInt() @Min(0) rows!: number;
  /** A sketch of `@weir/drift`, by its own version. */
  @IsObject() sketch!: Record<string, unknown>;
}

/** How far one distribution moved. */
export class DistributionDrift {
  /** Population stability index: from 0.1 it may count, from 0.25 it is large. */
  @IsNumber() @Min(0) populationStabilityIndex!: number;
  /** Corrected for everything that was looked at together. */
  @IsNumber() @Min(0) adjustedPValue!: number;
  @IsBoolean() drifted!: boolean;
}

export class DriftedColumn extends DistributionDrift {
  @IsString() @IsNotEmpty() column!: string;
  @IsOptional() @IsNumber() referenceMean?: number;
  @IsOptional() @IsNumber() currentMean?: number;
}

export const DRIFT_LEVELS = ['ok', 'warned', 'drifted'] as const;
export const DRIFT_REFERENCES = ['training', 'first-windows'] as const;
export type DriftReference = (typeof DRIFT_REFERENCES)[number];

/** `models.drift`: how what a model version scores differs from its reference. */
export class ModelDriftPublished {
  @IsString() @IsNotEmpty() id!: string;
  @Nested(() => ModelReference) model!: ModelReference;
  /** What the version was taught, or what its first windows were like. */
  @IsIn(DRIFT_REFERENCES) reference!: DriftReference;
  @IsISO8601() from!: string;
  @IsISO8601() to!: string;
  @IsInt() @Min(0) rows!: number;
  /** Processes that scored them. */
  @IsInt() @Min(1) processes!: number;
  @IsIn(DRIFT_LEVELS) level!: (typeof DRIFT_LEVELS)[number];
  /** Columns compared. */
  @IsInt() @Min(0) columns!: number;
  /** Those that drifted, the largest effect first. */
  @IsArray()
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DriftedColumn)
  drifted!: DriftedColumn[];
  /** Of the model's scores, where the reference has them. */
  @IsOptional() @Nested(() => DistributionDrift) scores?: DistributionDrift;
  /** Of its verdicts, where the reference has them. */
  @IsOptional() @Nested(() => DistributionDrift) verdicts?: DistributionDrift;
  /** Rows by verdict, before any list. */
  @MapOf({ type: 'integer', minimum: 0 }) @IsObject() verdictRows!: Record<string, number>;
  @IsISO8601() at!: string;
}
