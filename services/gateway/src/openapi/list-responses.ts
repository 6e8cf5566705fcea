import { LIST_NAMES, NestedList } from '@weir/contracts';
import { IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { PageResponse } from './responses.js';

export class ListEntryResponse {
  @IsIn(LIST_NAMES) list!: string;
  /** Canonical: lower case, punycode, without `www.` and a closing dot. */
  @IsString() entry!: string;
  @IsOptional() @IsString() reason?: string;
  @IsOptional() @IsString() by?: string;
  @IsOptional() @IsISO8601() expiresAt?: string;
  @IsISO8601() at!: string;
}

export class ListEntriesResponse extends PageResponse {
  @NestedList(() => ListEntryResponse) entries!: ListEntryResponse[];
}

/** A correction, as it was published. */
export class FeedbackResponse {
  @IsString() id!: string;
  @IsString() url!: string;
  @IsIn(['phishing', 'legitimate']) label!: string;
  @IsString() by!: string;
  @IsISO8601() at!: string;
}
