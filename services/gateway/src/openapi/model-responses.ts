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
import { PageResponse } from './responses.js';

export class VersionSummaryResponse {
  @IsInt() version!: number;
  @IsString() algorithm!: string;
  /** Figures by name: `f1`, `distinct.f1`, `rocAuc`, … */
  @IsObject() metrics!: Record<string, number>;
  @IsArray() @IsString({ each: true }) aliases!: string[];
  @IsString() snapshotId!: string;
  @IsString() runId!: string;
  @IsInt() rows!: number;
  @IsISO8601() createdAt!: string;
}

export class ModelSummaryResponse {
  @IsString() name!: string;
  @IsString() schema!: string;
  @ValidateNested() @Type(() => VersionSummaryResponse) newest!: VersionSummaryResponse;
  @IsOptional()
  @ValidateNested()
  @Type(() => VersionSummaryResponse)
  champion?: VersionSummaryResponse | null;
  /** Versions by alias. */
  @IsObject() aliases!: Record<string, number>;
}

export class ModelListResponse extends PageResponse {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ModelSummaryResponse)
  models!: ModelSummaryResponse[];
}

export class ModelResponse extends ModelSummaryResponse {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => VersionSummaryResponse)
  versions!: VersionSummaryResponse[];
  @IsOptional() @IsString() next?: string | null;
}

export class CandidateResponse {
  @IsString() algorithm!: string;
  @IsObject() parameters!: object;
  @IsNumber() meanF1!: number;
  @IsNumber() standardDeviation!: number;
  /** Of each fold. */
  @IsOptional() @IsArray() @IsNumber({}, { each: true }) foldF1?: number[];
  /** Working time; what candidates share is counted in each. */
  @IsNumber() seconds!: number;
  /** Of a halving: the last rung it was tried on. */
  @IsOptional() @IsInt() rung?: number;
}

export class StoredObjectResponse {
  @IsString() objectKey!: string;
  @IsString() sha256!: string;
}

export class CardObjectsResponse {
  @ValidateNested() @Type(() => StoredObjectResponse) json!: StoredObjectResponse;
  @ValidateNested() @Type(() => StoredObjectResponse) markdown!: StoredObjectResponse;
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

/** Format 1 of the card; numbers that could not be told are null. */
export class ModelCardResponse {
  @IsIn(['weir-model-card']) format!: string;
  @IsInt() formatVersion!: number;
  @IsObject() model!: object;
  @IsObject() data!: object;
  /** `grouped` (the honest figures) and `plain`. */
  @IsObject() splits!: object;
  @IsOptional() @IsObject() crossValidation?: object | null;
  @IsObject() calibration!: object;
  @IsArray() @IsObject({ each: true }) thresholds!: object[];
  @IsOptional() @IsObject() evasion?: object | null;
  /** Leaks that the run accepted; null where nobody looked. */
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => LeakResponse) leaks?: LeakResponse[];
  /** How the URLs that people dispute fare; null where there were no corrections. */
  @IsOptional() @IsObject() feedback?: object | null;
  @IsObject() importance!: object;
  @IsObject() candidates!: object;
  @IsArray() @IsString({ each: true }) limits!: string[];
  @IsObject() lineage!: object;
}

export class ImportanceResponse {
  @IsString() feature!: string;
  @IsNumber() importance!: number;
}

export class ModelVersionResponse extends VersionSummaryResponse {
  @IsString() name!: string;
  @IsString() schema!: string;
  @IsObject() parameters!: object;
  @IsObject() thresholds!: object;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CandidateResponse) candidates!: CandidateResponse[];
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ImportanceResponse)
  importance!: ImportanceResponse[];
  @IsString() snapshotSha256!: string;
  @IsInt() seed!: number;
  @IsString() objectKey!: string;
  @IsString() sha256!: string;
  /** Where the model card lies; `GET …/card` reads it. */
  @IsOptional() @ValidateNested() @Type(() => CardObjectsResponse) card?: CardObjectsResponse;
  /** Leaks that the run accepted; empty where none was found. */
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => LeakResponse) leaks?: LeakResponse[];
  @IsOptional() @ValidateNested() @Type(() => FeedbackMarkResponse) feedback?: FeedbackMarkResponse;
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
