import {
  LEAK_POLICIES,
  type LeakPolicy,
  SearchRequest,
  SourceRequest,
  STAGES,
  type Stage,
} from '@weir/contracts';
import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';

/** `POST /v1/runs` */
export class RunRequest {
  @IsString() @IsNotEmpty() @MaxLength(100) schema!: string;
  /** The snapshot to validate or train on; the schema's newest where absent. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(200) snapshot?: string;
  /** `ingestion` with a source, else `validation`, where absent. */
  @IsOptional() @IsIn(STAGES) from?: Stage;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => SourceRequest) source?: SourceRequest;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => SearchRequest) search?: SearchRequest;
  /** `accept` trains where one trivial rule predicts the label, and marks the model; else that is refused. */
  @IsOptional() @IsIn(LEAK_POLICIES) leaks?: LeakPolicy;
}
