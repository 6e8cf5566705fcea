import { SourceRequest } from '@weir/contracts';
import { Type } from 'class-transformer';
import { IsDefined, IsNotEmpty, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';

/** `POST /v1/snapshots` with a source to read. */
export class SnapshotRequest {
  @IsString() @IsNotEmpty() @MaxLength(100) schema!: string;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => SourceRequest) source!: SourceRequest;
}
