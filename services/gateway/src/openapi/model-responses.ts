import { type JsonSchema, MapOf, Nested, NestedList, OrNull } from '@weir/contracts';
import {
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
} from 'class-validator';
import { PageResponse } from './responses.js';

export type Parameters = Record<string, number | string | boolean | null>;
/** Values of parameters by name. */
export const PARAMETERS: JsonSchema = { type: ['number', 'string', 'boolean', 'null'] };

export class VersionSummaryResponse {
  @IsInt() version!: number;
  @IsString() algorithm!: string;
  /** Figures by name: `f1`, `distinct.f1`, `rocAuc`, … */
  @MapOf({ type: 'number' }) @IsObject() metrics!: Record<string, number>;
  @IsArray() @IsString({ each: true }) aliases!: string[];
  @IsString() snapshotId!: string;
  @IsString() runId!: string;
  @IsInt() rows!: number;
  @IsISO8601() createdAt!: string;
}

export class ModelSummaryResponse {
  @IsString() name!: string;
  @IsString() schema!: string;
  @Nested(() => VersionSummaryResponse) newest!: VersionSummaryResponse;
  @OrNull() @Nested(() => VersionSummaryResponse) champion!: VersionSummaryResponse | null;
  /** Versions by alias. */
  @MapOf({ type: 'integer', minimum: 1 }) @IsObject() aliases!: Record<string, number>;
}

export class ModelListResponse extends PageResponse {
  @NestedList(() => ModelSummaryResponse) models!: ModelSummaryResponse[];
}

export class ModelResponse extends ModelSummaryResponse {
  @NestedList(() => VersionSummaryResponse) versions!: VersionSummaryResponse[];
  @OrNull() @IsString() next!: string | null;
}

export class CandidateResponse {
  @IsString() algorithm!: string;
  @MapOf(PARAMETERS) @IsObject() parameters!: Parameters;
  @IsNumber() meanF1!: number;
  @IsNumber() standardDeviation!: number;
  /** Of each fold. */
  @IsOptional() @IsArray() @IsNumber({}, { each: true }) foldF1?: number[];
  /** Working time; what candidates share is counted in each. Null in a card that does not know it. */
  @OrNull() @IsNumber() seconds!: number | null;
  /** Of a halving: the last rung it was tried on. */
  @IsOptional() @IsInt() rung?: number;
}

export class StoredObjectResponse {
  @IsString() objectKey!: string;
  @IsString() sha256!: string;
}

export class CardObjectsResponse {
  @Nested(() => StoredObjectResponse) json!: StoredObjectResponse;
  @Nested(() => StoredObjectResponse) markdown!: StoredObjectResponse;
}

/** One trivial rule that predicts the label of the training rows. */
export class LeakResponse {
  @IsString() rule!: string;
  @IsNumber() balancedAccuracy!: number;
  @IsBoolean() visibleToModel!: boolean;
}

/** The corrections that a version was taught beside its snapshot. */
export class FeedbackMarkResponse {
  @IsString() snapshotId!: string;
  @IsString() snapshotSha256!: string;
  @IsInt() rows!: number;
  @IsInt() replacedRows!: number;
}

export class ImportanceResponse {
  @IsString() feature!: string;
  @IsNumber() importance!: number;
}

/** From which calibrated probability a verdict is given. */
export class ThresholdsResponse {
  @IsNumber() malicious!: number;
  @IsNumber() suspicious!: number;
}

export class ModelVersionResponse extends VersionSummaryResponse {
  @IsString() name!: string;
  @IsString() schema!: string;
  @MapOf(PARAMETERS) @IsObject() parameters!: Parameters;
  @Nested(() => ThresholdsResponse) thresholds!: ThresholdsResponse;
  @NestedList(() => CandidateResponse) candidates!: CandidateResponse[];
  @NestedList(() => ImportanceResponse) importance!: ImportanceResponse[];
  @IsString() snapshotSha256!: string;
  @IsInt() seed!: number;
  @IsString() objectKey!: string;
  @IsString() sha256!: string;
  /** Where the model card lies; `GET …/card` reads it. */
  @IsOptional() @Nested(() => CardObjectsResponse) card?: CardObjectsResponse;
  /** Leaks that the run accepted; empty where none was found. */
  @IsOptional() @NestedList(() => LeakResponse) leaks?: LeakResponse[];
  @IsOptional() @Nested(() => FeedbackMarkResponse) feedback?: FeedbackMarkResponse;
  /** A sketch of the rows it was taught, that streams are compared with. */
  @IsOptional() @Nested(() => StoredObjectResponse) reference?: StoredObjectResponse;
}

export class AliasResponse {
  @IsString() name!: string;
  @IsString() alias!: string;
  @IsInt() version!: number;
  @IsInt() revision!: number;
  @IsString() by!: string;
  @IsString() reason!: string;
  @IsISO8601() at!: string;
  /** Versions it pointed at before, newest first. */
  @IsArray() @IsInt({ each: true }) previous!: number[];
  /** The version that a rollback took away, where a rollback was the last move. */
  @IsOptional() @IsInt() rolledBackFrom?: number;
}
