import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const DEFAULT_LIMIT = 50;

/** `?limit=&cursor=` of every list. */
export class PageQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1_000) limit?: number;
  /** `next` of the page before. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(512) cursor?: string;
}

/** The same, filtered by feature schema. */
export class ListQuery extends PageQuery {
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100) schema?: string;
}

export interface PageOptions {
  readonly limit: number;
  readonly after?: string;
  readonly schema?: string;
}

/** The query as the catalogues take it. */
export function pageOptions({ limit, cursor, schema }: ListQuery): PageOptions {
  return {
    limit: limit ?? DEFAULT_LIMIT,
    ...(cursor === undefined ? {} : { after: cursor }),
    ...(schema === undefined ? {} : { schema }),
  };
}
