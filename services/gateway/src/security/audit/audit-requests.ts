import { AUDIT_ACTIONS, type AuditAction, type AuditDetail } from '@weir/platform';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../../http/paging.js';
import { PageResponse } from '../../openapi/responses.js';

/** `GET /v1/audit` */
export class AuditListQuery extends PageQuery {
  @IsOptional() @IsIn(AUDIT_ACTIONS) action?: AuditAction;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(512) subject?: string;
}

export class AuditEntryResponse {
  @IsString() id!: string;
  @IsISO8601() at!: string;
  /** The key's name; `gateway` where none is configured. */
  @IsString() by!: string;
  @IsOptional() @IsString() keyId?: string;
  @IsIn(AUDIT_ACTIONS) action!: AuditAction;
  /** What was changed: `url/champion`, `deny/a.example`, a run's, key's or correction's id. */
  @IsString() subject!: string;
  @IsOptional() @IsObject() detail?: AuditDetail;
  /** `X-Request-Id` of the answer. */
  @IsString() requestId!: string;
}

export class AuditListResponse extends PageResponse {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AuditEntryResponse)
  entries!: AuditEntryResponse[];
}
