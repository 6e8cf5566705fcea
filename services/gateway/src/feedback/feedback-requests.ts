import { MAX_URL_LENGTH } from '@weir/contracts';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** `POST /v1/feedback` */
export class FeedbackRequest {
  @IsString() @IsNotEmpty() @MaxLength(MAX_URL_LENGTH) url!: string;
  /** What the URL is. `benign` says the same as `legitimate`. */
  @IsIn(['phishing', 'legitimate', 'benign']) label!: 'phishing' | 'legitimate' | 'benign';
  /** Who corrects: only while there are no keys. Later it is the key's name, and any other is refused. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200) by?: string;
  /** The same id is taken once, so that a request can be sent again; a new one where absent. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(256) id?: string;
}
