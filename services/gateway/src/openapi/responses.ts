import {
  Described,
  ListHit,
  ModelReference,
  Nested,
  NestedList,
  OrNull,
  UrlVerdict,
  VERDICTS,
  VerdictChange,
} from '@weir/contracts';
import { IsArray, IsIn, IsInt, IsISO8601, IsNumber, IsOptional, IsString } from 'class-validator';

/** What the routes answer, as classes, so that the OpenAPI document is made from code that the tests can check. */
export class FieldProblem {
  @IsString() path!: string;
  @IsString() code!: string;
  @IsString() message!: string;
}

/** RFC 9457 */
export class ProblemResponse {
  @IsString() type!: string;
  @IsString() title!: string;
  @IsInt() status!: number;
  @IsString() detail!: string;
  @IsString() code!: string;
  @IsOptional() @IsString() instance?: string;
  @IsOptional() @NestedList(() => FieldProblem) errors?: FieldProblem[];
}

export class ItemProblem {
  @IsString() code!: string;
  @IsString() message!: string;
}

/** A verdict, or in its place why there is none. */
export class BatchVerdict {
  @IsOptional() @IsString() id?: string;
  /** Null for an item that is no text. */
  @IsOptional() @OrNull() @IsString() url?: string | null;
  @IsOptional() @IsIn(VERDICTS) verdict?: UrlVerdict['verdict'];
  @IsOptional() @IsNumber() probability?: number;
  @IsOptional() @Nested(() => ModelReference) model?: ModelReference;
  @IsOptional() @IsArray() @IsString({ each: true }) reasons?: string[];
  /** What would have to change for the verdict to change; where reasons were asked for. */
  @IsOptional() @Nested(() => VerdictChange) change?: VerdictChange;
  /** Where a list overruled the model. */
  @IsOptional() @Nested(() => ListHit) list?: ListHit;
  @IsOptional() @IsISO8601() classifiedAt?: string;
  @IsOptional() @Nested(() => ItemProblem) error?: ItemProblem;
}

export class VerdictBatchResponse {
  @NestedList(() => BatchVerdict) verdicts!: BatchVerdict[];
}

export class EventIdsResponse {
  @IsArray() @IsString({ each: true }) ids!: string[];
}

export class RowPrediction {
  /** The data set's own value. */
  @Described({ type: ['number', 'string'] }) label!: number | string;
  @IsIn(VERDICTS) verdict!: UrlVerdict['verdict'];
  @IsNumber() probability!: number;
}

export class PredictionsAnswer {
  @NestedList(() => RowPrediction) predictions!: RowPrediction[];
  @Nested(() => ModelReference) model!: ModelReference;
}

export class PageResponse {
  /** `cursor` of the next page. */
  @OrNull() @IsString() next!: string | null;
}
