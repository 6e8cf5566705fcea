import { IsIn, IsOptional } from 'class-validator';
import { FORMATS, type Format } from './download-format.js';

/** `GET /v1/models/{name}/{version}/download` */
export class DownloadQuery {
  @IsOptional() @IsIn(FORMATS) format?: Format;
  /** With `onnx`, for models that fill missing values in from the nearest training rows. */
  @IsOptional() @IsIn(['refuse', 'mean']) missingValues?: 'refuse' | 'mean';
}
