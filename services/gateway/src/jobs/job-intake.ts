import { Transform } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { OBJECTS, type Objects, uuid7, WeirError } from '@weir/platform';
import type { FastifyRequest } from 'fastify';
import { boundedUpload } from '../http/bounded.js';
import { MAX_UPLOAD_BYTES, uploadOf } from '../http/upload.js';
import { KnownSchemas } from '../schemas/known-schemas.js';
import { principalOf } from '../security/principal.js';
import { JobCatalog } from './job-catalog.js';
import { JobWorker } from './job-worker.js';
import { inputKey, type PredictionJob } from './prediction-job.js';

/** Jobs of a key that may wait or run at once: each may hold a gigabyte. */
export const MOST_OPEN_JOBS = 20;
const LINE_FEED = 0x0a;
const GZIP_FIRST_BYTE = 0x1f;

/** Takes uploads for jobs. */
@Injectable()
export class JobIntake {
  constructor(
    private readonly jobs: JobCatalog,
    private readonly worker: JobWorker,
    private readonly schemas: KnownSchemas,
    @Inject(OBJECTS) private readonly objects: Objects,
  ) {}

  /** The job is written down first, so that an upload that nobody came to use is found and deleted with it. */
  async take(schemaName: string, request: FastifyRequest): Promise<PredictionJob> {
    const schema = this.schemas.require(schemaName);
    const now = new Date().toISOString();
    const { name, keyId } = principalOf(request);
    if (keyId !== undefined && (await this.jobs.open(keyId, MOST_OPEN_JOBS)) >= MOST_OPEN_JOBS) {
      const detail = `${MOST_OPEN_JOBS} jobs of this key wait or run already`;
      throw new WeirError('WEIR_RATE_LIMITED', detail);
    }
    const stored = await this.jobs.insert({
      id: uuid7(),
      schema: schema.name,
      state: 'queued',
      done: 0,
      total: 0,
      createdAt: now,
      updatedAt: now,
      by: name,
      ...(keyId === undefined ? {} : { keyId }),
      ready: false,
      attempt: 0,
    });
    try {
      const total = await this.#store(inputKey(stored.id), request);
      const ready = await this.jobs.replace(stored, { ready: true, total });
      if (ready === undefined)
        throw new WeirError('WEIR_NOT_FOUND', 'The job was deleted while it was uploaded');
      void this.worker.look();
      return ready.value;
    } catch (error) {
      await this.jobs.delete(stored.id);
      throw error;
    }
  }

  /** Gives the number of rows by the lines, or 0 where the upload is packed. */
  async #store(key: string, request: FastifyRequest): Promise<number> {
    const { bytes } = await uploadOf(request);
    const counter = new LineCounter();
    await this.objects.put(key, boundedUpload(bytes, MAX_UPLOAD_BYTES, counter));
    return counter.rows;
  }
}

class LineCounter extends Transform {
  #lines = 0;
  #last = LINE_FEED;
  #isPacked = false;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    if (this.#lines === 0 && this.#last === LINE_FEED) this.#isPacked = chunk[0] === GZIP_FIRST_BYTE;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) this.#lines += 1;
    this.#last = chunk.at(-1) ?? this.#last;
    done(null, chunk);
  }

  /** The header not counted. */
  get rows(): number {
    if (this.#isPacked) return 0;
    return Math.max(0, this.#lines - (this.#last === LINE_FEED ? 1 : 0));
  }
}
