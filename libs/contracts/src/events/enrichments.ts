import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Nested } from '../validation/nested.js';
import { VERDICTS, type Verdict } from '../verdict/verdict.js';
import { ModelReference } from './urls.js';

/** A feature that could not be had, and why. */
export class UnavailableFeature {
  @IsString() @IsNotEmpty() feature!: string;
  @IsString() reason!: string;
}

/** Why nothing could be had of a URL. */
export class EnrichmentFailure {
  @IsString() @IsNotEmpty() code!: string;
  @IsString() message!: string;
}

/**
 * What REST answers under `enrichment`: findings, or `error` alone. Where no `uci-30` champion served, `verdict`,
 * `probability` and `model` are absent and the features stand by themselves.
 */
export class StreamedEnrichment {
  @IsOptional() @IsIn(VERDICTS) verdict?: Verdict;
  @IsOptional() @IsNumber() @Min(0) @Max(1) probability?: number;
  @IsOptional() @Nested(() => ModelReference) model?: ModelReference;
  /** The thirty by their published names: -1 speaks for phishing, 0 is suspicious, 1 speaks against it, `null` is missing. */
  @IsOptional() @IsObject() features?: Record<string, -1 | 0 | 1 | null>;
  @IsOptional()
  @IsArray()
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => UnavailableFeature)
  missing?: UnavailableFeature[];
  /** Where the redirects ended; absent where nothing answered. */
  @IsOptional() @IsString() finalUrl?: string;
  /** Absent where unknown. */
  @IsOptional() @IsInt() @Min(0) redirects?: number;
  @IsOptional() @IsNumber() @Min(0) tookMs?: number;
  @IsOptional() @Nested(() => EnrichmentFailure) error?: EnrichmentFailure;
}

/** `urls.enrichments`: a URL of the stream was looked up after its verdict, whose `id` and `url` it has. */
export class UrlEnriched {
  @IsString() @IsNotEmpty() id!: string;
  @IsString() url!: string;
  @Nested(() => StreamedEnrichment) enrichment!: StreamedEnrichment;
  @IsISO8601() enrichedAt!: string;
}
