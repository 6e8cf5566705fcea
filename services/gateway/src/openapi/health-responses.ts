import { NestedList } from '@weir/contracts';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';

export class HealthResponse {
  @IsIn(['live']) status!: 'live';
  @IsString() service!: string;
}

export class DependencyResponse {
  @IsString() name!: string;
  @IsBoolean() ok!: boolean;
  /** That the check took. */
  @IsInt() milliseconds!: number;
  @IsOptional() @IsString() error?: string;
}

export class ReadinessResponse {
  @IsIn(['ready', 'unready']) status!: 'ready' | 'unready';
  @IsString() service!: string;
  @NestedList(() => DependencyResponse) dependencies!: DependencyResponse[];
}
