import { IsHash, IsInt, IsISO8601, IsNotEmpty, IsObject, IsString, Min } from 'class-validator';
import { IsIdentifier } from '../validation/identifier.js';

/** `models.versions`: a version is in the registry and its artifact can be loaded. */
export class ModelVersionPublished {
  @IsIdentifier() runId!: string;
  @IsString() @IsNotEmpty() name!: string;
  @IsInt() @Min(1) version!: number;
  /** Figures by name: `f1`, `distinct.f1`, `rocAuc`, … */
  @IsObject() metrics!: Record<string, number>;
  @IsString() @IsNotEmpty() objectKey!: string;
  @IsHash('sha256') sha256!: string;
  @IsString() @IsNotEmpty() snapshotId!: string;
  @IsISO8601() createdAt!: string;
}

/** `models.aliases` (compacted): an alias points at a version. `revision` grows with each change of the same alias. */
export class ModelAliasChanged {
  @IsString() @IsNotEmpty() name!: string;
  @IsString() @IsNotEmpty() alias!: string;
  @IsInt() @Min(1) version!: number;
  @IsInt() @Min(1) revision!: number;
  @IsString() by!: string;
  @IsString() reason!: string;
  @IsISO8601() at!: string;
}
