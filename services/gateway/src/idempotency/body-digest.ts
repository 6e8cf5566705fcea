import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { WeirError } from '@weir/platform';
import type { FastifyRequest } from 'fastify';
import { digestUpload, MAX_UPLOAD_BYTES, uploadOf } from '../http/upload.js';

/** Whether the body is handed on as a stream, so that its digest is known only once it was read. */
export function isStreamed(request: FastifyRequest): boolean {
  return request.isMultipart() || request.body instanceof Readable;
}

/** SHA-256 of a body that was read whole. */
export function digestOfJson(body: unknown): string {
  return createHash('sha256')
    .update(body === undefined ? '' : JSON.stringify(body))
    .digest('hex');
}

/** Reads an upload to its end, for its digest alone. Rejects with `WEIR_REQUEST_TOO_LARGE`. */
export async function digestOfUpload(request: FastifyRequest): Promise<string> {
  const digest = digestUpload(request);
  const { bytes } = await uploadOf(request);
  let size = 0;
  bytes.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_UPLOAD_BYTES)
      bytes.destroy(
        new WeirError('WEIR_REQUEST_TOO_LARGE', `The upload is larger than ${MAX_UPLOAD_BYTES} bytes`),
      );
  });
  bytes.resume();
  await finished(bytes, { writable: false });
  return digest();
}
