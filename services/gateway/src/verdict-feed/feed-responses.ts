import { UrlVerdict } from '@weir/contracts';
import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { PageResponse } from '../openapi/responses.js';

export class RecentVerdictsResponse extends PageResponse {
  @IsArray() @ValidateNested({ each: true }) @Type(() => UrlVerdict) verdicts!: UrlVerdict[];
}
