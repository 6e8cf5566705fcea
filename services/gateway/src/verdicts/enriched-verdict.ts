import {
  type EnrichmentResponse,
  type EnrichmentVerdict,
  MapOf,
  ModelReference,
  UrlVerdict,
  VERDICTS,
} from '@weir/contracts';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { ItemProblem } from '../openapi/responses.js';

/** A feature the model had to do without. */
export class MissingFeatureAnswer {
  @IsString() feature!: string;
  @IsString() reason!: string;
}

/** The `uci-30` champion's verdict on what was found of the URL, or in its place why there is none. */
export class EnrichmentAnswer {
  @IsOptional() @IsIn(VERDICTS) verdict?: EnrichmentVerdict['verdict'];
  @IsOptional() @IsNumber() probability?: number;
  @IsOptional() @ValidateNested() @Type(() => ModelReference) model?: ModelReference;
  /** The 30 UCI features by name: -1, 0 or 1, null where missing. */
  @IsOptional()
  @MapOf({ type: ['number', 'null'] })
  @IsObject()
  features?: Record<string, number | null>;
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => MissingFeatureAnswer)
  missing?: MissingFeatureAnswer[];
  @IsOptional() @IsString() finalUrl?: string;
  @IsOptional() @IsInt() redirects?: number | null;
  @IsOptional() @IsInt() tookMs?: number;
  @IsOptional() @ValidateNested() @Type(() => ItemProblem) error?: ItemProblem;
}

/** `POST /v1/verdicts`; `enrichment` stands there where it was asked for. */
export class EnrichedVerdict extends UrlVerdict {
  @IsOptional() @ValidateNested() @Type(() => EnrichmentAnswer) enrichment?: EnrichmentResponse;
}
