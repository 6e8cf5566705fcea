import { LIST_NAMES, type ListName, MAX_LIST_BY, MAX_LIST_REASON } from '@weir/contracts';
import { IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import { invalidRequest, issue } from '../http/request-validation.js';

/** `PUT /v1/lists/{list}/{entry}`; the body may be left out. */
export class ListEntryRequest {
  /** Why, for those who read the verdict later. */
  @IsOptional() @IsString() @MaxLength(MAX_LIST_REASON) reason?: string;
  /** Who lists it: only while there are no keys. Later it is the key's name, and any other is refused. */
  @IsOptional() @IsString() @MaxLength(MAX_LIST_BY) by?: string;
  /** From then on the entry does not count; never where absent. */
  @IsOptional() @IsISO8601({ strict: true }) expiresAt?: string;
}

/** Throws `WEIR_REQUEST_INVALID` for any other than `allow` and `deny`. */
export function listNamed(name: string): ListName {
  const list = LIST_NAMES.find((each) => each === name);
  if (list !== undefined) return list;
  throw invalidRequest([issue('list', 'isIn', `there are the lists ${LIST_NAMES.join(' and ')}`)]);
}

/** In UTC. Throws `WEIR_REQUEST_INVALID` for what is past. */
export function expiryOf(expiresAt: string | undefined, now: number): string | undefined {
  if (expiresAt === undefined) return undefined;
  const time = Date.parse(expiresAt);
  if (time > now) return new Date(time).toISOString();
  throw invalidRequest([issue('expiresAt', 'min', 'expiresAt must be a time to come')]);
}
