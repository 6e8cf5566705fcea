import { MAX_URL_LENGTH, UrlVerdict } from '@weir/contracts';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Equals,
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';

export const MAX_BATCH = 1_000;

/** `POST /v1/verdicts` */
export class VerdictRequest {
  @IsString() @IsNotEmpty() @MaxLength(MAX_URL_LENGTH) url!: string;
  /** Looking the URL up elsewhere is not offered yet. */
  @IsOptional() @Equals(false, { message: 'enrich is not offered yet: leave it out' }) enrich?: boolean;
  /** Default true. */
  @IsOptional() @IsBoolean() reasons?: boolean;
}

/** `POST /v1/verdicts/batch`; an item that is no URL gets its error in its place. */
export class VerdictBatchRequest {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MAX_BATCH) urls!: unknown[];
  @IsOptional() @IsBoolean() reasons?: boolean;
}

export interface FailedVerdict {
  readonly url: unknown;
  readonly error: { readonly code: string; readonly message: string };
}

export type BatchItem = UrlVerdict | FailedVerdict;

export interface VerdictBatch {
  readonly verdicts: readonly BatchItem[];
}
