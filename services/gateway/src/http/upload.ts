import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import '@fastify/multipart';
import { WeirError } from '@weir/platform';
import { MEBIBYTE } from './route-rules.js';

/** Largest upload, in bytes; uploads are never held in memory whole. */
export const MAX_UPLOAD_BYTES = 1_024 * MEBIBYTE;

/** For @fastify/multipart. The bound on the bytes is {@link MAX_UPLOAD_BYTES}, kept where they are read. */
export const MULTIPART_LIMITS = {
  files: 1,
  fields: 20,
  fieldSize: 64 * 1_024,
  parts: 30,
  fileSize: MAX_UPLOAD_BYTES + 1,
} as const;

export interface Upload {
  readonly bytes: Readable;
  /** As the client named it; not to be trusted. */
  readonly filename?: string;
  /** Text fields that came before the file. */
  readonly fields: Readonly<Record<string, string>>;
}

const DIGEST = Symbol('digest');

interface Digested {
  [DIGEST]?: Hash;
}

/**
 * Has {@link uploadOf} hash what it hands on: a file's bytes with its name and the fields before it, for the boundaries
 * of a multipart body are new each time. Gives the SHA-256 of what was read by then; to be asked once.
 */
export function digestUpload(request: FastifyRequest): () => string {
  const hash = createHash('sha256');
  (request as FastifyRequest & Digested)[DIGEST] = hash;
  return () => hash.digest('hex');
}

function hashed(request: FastifyRequest, upload: Upload): Upload {
  const hash = (request as FastifyRequest & Digested)[DIGEST];
  if (hash === undefined) return upload;
  hash.update(JSON.stringify([upload.filename ?? null, upload.fields]));
  // Paused, so that listening does not make it flow before its reader is there.
  upload.bytes.pause().on('data', (chunk: Buffer) => hash.update(chunk));
  return upload;
}

/** What the parser says of a form that it cannot read has no status of its own. */
function refuseForm(cause: Error & { readonly statusCode?: number }): never {
  if (cause.statusCode !== undefined) throw cause;
  throw new WeirError('WEIR_REQUEST_INVALID', 'The multipart body cannot be read', { cause });
}

/** The request's file: the first of a multipart body, or the body itself. Throws `WEIR_REQUEST_INVALID`. */
export async function uploadOf(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) return hashed(request, { bytes: request.body as Readable, fields: {} });
  const part = await request.file().catch(refuseForm);
  if (part === undefined) {
    throw new WeirError('WEIR_REQUEST_INVALID', 'The multipart body holds no file; send it as "file"');
  }
  const fields: Record<string, string> = {};
  for (const [name, field] of Object.entries(part.fields)) {
    if (field !== undefined && 'value' in field && typeof field.value === 'string')
      fields[name] = field.value;
  }
  return hashed(request, { bytes: part.file, filename: part.filename, fields });
}
