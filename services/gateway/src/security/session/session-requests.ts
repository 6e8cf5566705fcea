import { SCOPES, type Scope } from '@weir/contracts';
import { IsArray, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** `POST /v1/session` */
export class SessionRequest {
  @IsString() @IsNotEmpty() @MaxLength(200) key!: string;
}

/** Who asks, and what they may do. */
export class SessionResponse {
  /** `open`: no key is configured, everybody may do everything. `anonymous`: a key is needed. */
  @IsIn(['open', 'anonymous', 'key', 'session']) kind!: 'open' | 'anonymous' | 'key' | 'session';
  @IsString() name!: string;
  @IsArray() @IsIn(SCOPES, { each: true }) scopes!: Scope[];
  /** Of a session: to be sent as `X-CSRF-Token` with every change. */
  @IsOptional() @IsString() csrfToken?: string;
  /** Of a session. */
  @IsOptional() @IsISO8601() expiresAt?: string;
}
