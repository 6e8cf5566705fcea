import { Described, Nested, NestedList, VERDICTS, type Verdict } from '@weir/contracts';
import { IsArray, IsIn, IsNumber, IsOptional, IsString } from 'class-validator';
import { PageResponse } from './responses.js';

/** `features`: the row's own columns. `url`: a URL in one text column, and context beside it. */
export class SchemaInputResponse {
  @IsIn(['features', 'url']) kind!: 'features' | 'url';
  @IsOptional() @IsString() column?: string;
  @IsOptional() @IsArray() @IsString({ each: true }) context?: string[];
}

export class FeatureColumnResponse {
  @IsString() name!: string;
  @IsIn(['integer', 'number']) type!: 'integer' | 'number';
  /** The only values allowed, where there are such. */
  @IsOptional() @IsArray() @IsNumber({}, { each: true }) allowed?: number[];
  @IsOptional() @IsNumber() minimum?: number;
  @IsOptional() @IsNumber() maximum?: number;
  @IsOptional() @IsString() description?: string;
}

export class LabelClassResponse {
  @IsString() name!: string;
  /** The data set's own value. */
  @Described({ type: ['number', 'string'] }) value!: number | string;
  @IsOptional()
  @Described({ type: 'array', items: { type: ['number', 'string'] } })
  aliases?: (number | string)[];
  @IsIn(VERDICTS) verdict!: Verdict;
}

export class LabelColumnResponse {
  @IsString() column!: string;
  /** The class whose F1 is optimised. */
  @IsString() positive!: string;
  @NestedList(() => LabelClassResponse) classes!: LabelClassResponse[];
}

/** What a model of this name reads. For URLs `columns` is empty: features are computed of the text. */
export class FeatureSchemaResponse {
  @IsString() name!: string;
  @IsString() title!: string;
  @IsString() description!: string;
  @IsOptional() @IsString() source?: string;
  @Nested(() => SchemaInputResponse) input!: SchemaInputResponse;
  @NestedList(() => FeatureColumnResponse) columns!: FeatureColumnResponse[];
  @Nested(() => LabelColumnResponse) label!: LabelColumnResponse;
}

export class SchemaListResponse extends PageResponse {
  @NestedList(() => FeatureSchemaResponse) schemas!: FeatureSchemaResponse[];
}
