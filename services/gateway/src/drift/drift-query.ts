import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../http/paging.js';

/** `GET /v1/drift` */
export class DriftQuery extends PageQuery {
  /** Of this model only. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100) name?: string;
}
