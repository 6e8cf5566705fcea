import { SCOPES, type Scope } from '@weir/contracts';
import { type ApiKey, KEY_NAME, MAX_REQUESTS_PER_SECOND } from '@weir/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageResponse } from '../../openapi/responses.js';

/** One request in a quarter of an hour. */
const MIN_RATE = 0.001;
const NAME_RULE =
  "a key's name has 1 to 100 ASCII letters, digits, spaces or ._@:+/-, and begins with one of the first two";

/** `POST /v1/keys` */
export class KeyRequest {
  /** Stands as `by` wherever its holder changes something: ASCII letters, digits, spaces and `._@:+/-`, up to 100. */
  @IsString() @Matches(KEY_NAME, { message: NAME_RULE }) name!: string;
  /** `admin` includes the others. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SCOPES.length)
  @IsIn(SCOPES, { each: true })
  scopes!: Scope[];
  /** From then on the key is refused; never where absent. */
  @IsOptional() @IsISO8601({ strict: true }) expiresAt?: string;
  /** Its holder's own bound in place of the gateway's. */
  @IsOptional() @IsNumber() @Min(MIN_RATE) @Max(MAX_REQUESTS_PER_SECOND) requestsPerSecond?: number;
}

export class KeyResponse {
  @IsString() id!: string;
  @IsString() name!: string;
  @IsArray() @IsIn(SCOPES, { each: true }) scopes!: Scope[];
  @IsISO8601() createdAt!: string;
  @IsString() createdBy!: string;
  @IsOptional() @IsISO8601() expiresAt?: string;
  @IsOptional() @IsNumber() requestsPerSecond?: number;
  /** To about a minute. */
  @IsOptional() @IsISO8601() lastUsedAt?: string;
  /** Since then it is refused. */
  @IsOptional() @IsISO8601() revokedAt?: string;
}

export class CreatedKeyResponse extends KeyResponse {
  /** `weir_<id>_<secret>`; shown this once. */
  @IsString() key!: string;
}

export class KeyListResponse extends PageResponse {
  @IsArray() @ValidateNested({ each: true }) @Type(() => KeyResponse) keys!: KeyResponse[];
}

/** All of a key but its hash. */
export function keyView({ hash: _hash, ...view }: ApiKey): Omit<ApiKey, 'hash'> {
  return view;
}
