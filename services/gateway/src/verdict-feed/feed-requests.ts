import { VERDICTS, type Verdict } from '@weir/contracts';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PageQuery } from '../http/paging.js';

/** `a,b`, repeated or both. */
const toList = ({ value }: { readonly value: unknown }): unknown =>
  [value].flat().flatMap((each) => (typeof each === 'string' ? each.split(',') : [each]));

const toBoolean = ({ value }: { readonly value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

const WHICH = { each: true, message: `verdict must be one or more of ${VERDICTS.join(', ')}` };

/** `GET /v1/verdicts` */
export class RecentVerdictsQuery extends PageQuery {
  @IsOptional() @Transform(toList) @IsIn(VERDICTS, WHICH) verdict?: Verdict[];
  /** A host or a registrable domain. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(255) host?: string;
  /** `name` or `name/version`. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(255) model?: string;
  /** Stands in the URL; letters count as the same in upper and lower case. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(1_024) q?: string;
}

/** `GET /v1/verdicts/stream` */
export class VerdictStreamQuery {
  @IsOptional() @Transform(toList) @IsIn(VERDICTS, WHICH) verdict?: Verdict[];
  /** Most verdicts a second: an even sample of what comes. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(10_000) rate?: number;
  @IsOptional() @Transform(toBoolean) @IsBoolean() stats?: boolean;
  /** In place of the header, which a page cannot set. */
  @IsOptional() @IsString() @MaxLength(12_000) lastEventId?: string;
}
