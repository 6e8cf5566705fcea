import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

/** `PUT /v1/models/{name}/aliases/{alias}` */
export class AliasRequest {
  @IsInt() @Min(1) version!: number;
  /** Why, for those who read the registry later. */
  @IsOptional() @IsString() @MaxLength(500) reason?: string;
  /** Move it only if it is at this revision; 0: only if there is none yet. */
  @IsOptional() @IsInt() @Min(0) ifRevision?: number;
}

/** `POST /v1/models/{name}/rollback`; the body may be left out. */
export class RollbackRequest {
  /** The champion to go back from. A request with it can be sent again: it takes no second step. */
  @IsOptional() @IsInt() @Min(1) ifVersion?: number;
  @IsOptional() @IsString() @MaxLength(500) reason?: string;
}
