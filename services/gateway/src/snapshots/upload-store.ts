import { Inject, Injectable } from '@nestjs/common';
import type { SourceRequest } from '@weir/contracts';
import { OBJECTS, type Objects } from '@weir/platform';
import type { FastifyRequest } from 'fastify';
import { boundedUpload } from '../http/bounded.js';
import { mediaTypeOf } from '../http/route-rules.js';
import { MAX_UPLOAD_BYTES, uploadOf } from '../http/upload.js';

const NAMES_BY_TYPE: Readonly<Record<string, string>> = {
  'application/x-ndjson': 'upload.ndjson',
  'application/gzip': 'upload.gz',
  'application/octet-stream': 'upload.data',
};
const MAX_NAME = 100;

export interface StoredUpload {
  readonly source: SourceRequest;
  /** Text fields of a multipart body that came before the file. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Keeps uploads as objects, for ingestion to read in its own time. */
@Injectable()
export class UploadStore {
  constructor(@Inject(OBJECTS) private readonly objects: Objects) {}

  /** Streams the request's file to `uploads/<runId>/<file>`; on failure nothing stays there. */
  async store(request: FastifyRequest, runId: string): Promise<StoredUpload> {
    const { bytes, filename, fields } = await uploadOf(request);
    const key = `uploads/${runId}/${objectName(filename ?? NAMES_BY_TYPE[mediaTypeOf(request)])}`;
    await this.objects.put(key, boundedUpload(bytes, MAX_UPLOAD_BYTES));
    return { source: { kind: 'upload', key }, fields };
  }

  async discard({ source }: StoredUpload): Promise<void> {
    if (source.key !== undefined) await this.objects.delete(source.key);
  }
}

/** A client's file name as a safe last part of an object key. */
export function objectName(filename = 'upload.csv'): string {
  const last = filename.split(/[/\\]/).at(-1) ?? '';
  const safe = last.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^[._]+/, '');
  return safe.slice(-MAX_NAME) || 'upload.csv';
}
