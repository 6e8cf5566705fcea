import { MAX_URL_LENGTH, UrlVerdict } from '@weir/contracts';
import {
  ArrayMaxSize,
  ArrayMinSize,
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
  /** Look the URL up (DNS, TLS, RDAP, the page itself) and judge what was found as well: takes seconds. Default false. */
  @IsOptional() @IsBoolean() enrich?: boolean;
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
