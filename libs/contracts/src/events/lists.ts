import { IsBoolean, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** `deny` makes a verdict `malicious`, `allow` makes it `safe`, whatever the model says. */
export const LIST_NAMES = ['allow', 'deny'] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** Longest reason and name of who listed an entry, in UTF-16 code units. */
export const MAX_LIST_REASON = 500;
export const MAX_LIST_BY = 200;

/** `lists.entries` (compacted): an entry was listed, changed or taken off. A hint: the Documents hold what counts. */
export class ListEntryChanged {
  @IsIn(LIST_NAMES) list!: ListName;
  /** Canonical host or registrable domain: lower case, punycode, without `www.` and a closing dot. */
  @IsString() @IsNotEmpty() @MaxLength(255) entry!: string;
  /** True where it was taken off, or ran out. */
  @IsOptional() @IsBoolean() removed?: boolean;
  @IsOptional() @IsString() @MaxLength(MAX_LIST_REASON) reason?: string;
  @IsOptional() @IsString() @MaxLength(MAX_LIST_BY) by?: string;
  /** From then on the entry does not count. */
  @IsOptional() @IsISO8601() expiresAt?: string;
  @IsISO8601() at!: string;
}

/** The entry that overruled a model's verdict. */
export class ListHit {
  @IsIn(LIST_NAMES) list!: ListName;
  @IsString() @IsNotEmpty() entry!: string;
  @IsOptional() @IsString() reason?: string;
  @IsOptional() @IsString() by?: string;
}
