import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Nested } from '../validation/nested.js';
import { VERDICTS, type Verdict } from '../verdict/verdict.js';
import { ListHit } from './lists.js';

/** Longest URL that is classified, in UTF-16 code units. Browsers and servers refuse longer ones. */
export const MAX_URL_LENGTH = 65_536;

/** `urls.submitted`; the bare URL as text is accepted too. */
export class UrlSubmitted {
  @IsString() @IsNotEmpty() @MaxLength(MAX_URL_LENGTH) url!: string;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(256) id?: string;
  @IsOptional() @IsString() @MaxLength(256) source?: string;
  @IsOptional() @IsISO8601() submittedAt?: string;
}

export class ModelReference {
  @IsString() @IsNotEmpty() name!: string;
  @IsInt() @Min(1) version!: number;
}

/** What would have to change for the verdict to change, in a sentence; the rest is absent where nothing tried would do. */
export class VerdictChange {
  @IsString() @IsNotEmpty() sentence!: string;
  /** The URL so changed, defanged. */
  @IsOptional() @IsString() url?: string;
  @IsOptional() @IsIn(VERDICTS) verdict?: Verdict;
  @IsOptional() @IsNumber() @Min(0) @Max(1) probability?: number;
}

/** `urls.verdicts` */
export class UrlVerdict {
  @IsString() @IsNotEmpty() id!: string;
  @IsString() url!: string;
  @IsIn(VERDICTS) verdict!: Verdict;
  @IsNumber() @Min(0) @Max(1) probability!: number;
  @Nested(() => ModelReference) model!: ModelReference;
  /** Plain sentences, the strongest first; flagged URLs only on the stream. */
  @IsArray() @IsString({ each: true }) reasons!: string[];
  /** Where the answer is for a person, not on the stream. */
  @IsOptional() @Nested(() => VerdictChange) change?: VerdictChange;
  /** Where a list overruled the model; `probability` stays the model's. */
  @IsOptional() @Nested(() => ListHit) list?: ListHit;
  @IsOptional() @IsISO8601() submittedAt?: string;
  @IsISO8601() classifiedAt!: string;
}

/** What one version of the `url` model says of a URL. */
export class VersionVerdict {
  @IsInt() @Min(1) version!: number;
  @IsIn(VERDICTS) verdict!: Verdict;
  @IsNumber() @Min(0) @Max(1) probability!: number;
}

/** `urls.verdicts.shadow`: two versions on the same URL, each as the model has it, before any list. */
export class UrlShadowVerdict {
  /** The verdict's. */
  @IsString() @IsNotEmpty() id!: string;
  @IsString() url!: string;
  @Nested(() => VersionVerdict) champion!: VersionVerdict;
  @Nested(() => VersionVerdict) challenger!: VersionVerdict;
  @IsISO8601() classifiedAt!: string;
}

/** Headers of `urls.rejected`; the value is the bytes as they came. */
export interface UrlRejectedHeaders {
  readonly error: string;
  readonly topic: string;
  readonly partition: string;
  readonly offset: string;
}

/** `urls.feedback`: an analyst's correction. */
export class UrlFeedback {
  /** The same id is taken once; `topic-partition-offset` where absent. */
  @IsOptional() @IsString() @MaxLength(256) id?: string;
  @IsString() @IsNotEmpty() @MaxLength(MAX_URL_LENGTH) url!: string;
  @IsIn(['phishing', 'legitimate']) label!: 'phishing' | 'legitimate';
  @IsString() @IsNotEmpty() by!: string;
  @IsISO8601() at!: string;
}
