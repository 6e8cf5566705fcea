import { IsString, Matches } from 'class-validator';

/** A version's number, or an alias. */
export const VERSION_OR_ALIAS = /^([1-9]\d{0,8}|[a-z][a-z0-9-]{0,49})$/;
const message = '$property must be the number of a version, or an alias';

/** `GET /v1/models/{name}/compare` */
export class CompareQuery {
  @IsString() @Matches(VERSION_OR_ALIAS, { message }) a!: string;
  @IsString() @Matches(VERSION_OR_ALIAS, { message }) b!: string;
}
