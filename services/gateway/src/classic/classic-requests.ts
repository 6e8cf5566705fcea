import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export const CLASSIC_SCHEMA = 'uci-30';

/** `POST /train` as JSON; the body may be left out. */
export class TrainRequest {
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100) schema?: string;
}
