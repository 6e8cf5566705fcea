import { Injectable } from '@nestjs/common';
import { type Run, uuid7, WeirError } from '@weir/platform';
import type { FastifyRequest } from 'fastify';
import { checked, invalidRequest, issue } from '../http/request-validation.js';
import { mediaTypeOf } from '../http/route-rules.js';
import { traceContextOf } from '../http/trace-context.js';
import { type RunOrder, RunStarter } from '../runs/run-starter.js';
import { checkSource } from '../runs/source-rules.js';
import { KnownSchemas } from '../schemas/known-schemas.js';
import { SnapshotRequest } from './snapshot-requests.js';
import { UploadStore } from './upload-store.js';

export interface IntakeOptions {
  /** From the query; a multipart field or a JSON body may name it instead. */
  readonly schema?: string | undefined;
  /** Where nobody names one. */
  readonly fallback?: string;
  /** The last stage of the run. */
  readonly until: 'validation' | 'training';
}

/** Takes data in: a source to read, or an upload. */
@Injectable()
export class SnapshotIntake {
  constructor(
    private readonly schemas: KnownSchemas,
    private readonly uploads: UploadStore,
    private readonly starter: RunStarter,
  ) {}

  async take(request: FastifyRequest, options: IntakeOptions): Promise<Run> {
    const order =
      mediaTypeOf(request) === 'application/json'
        ? this.#fromSource(request.body, options)
        : await this.#fromUpload(request, options);
    return this.starter.start(order, traceContextOf(request));
  }

  #fromSource(body: unknown, { until }: IntakeOptions): RunOrder {
    const { schema, source } = checked(SnapshotRequest, body);
    checkSource(source);
    return { schema: this.schemas.require(schema).name, from: 'ingestion', source, run: { until } };
  }

  async #fromUpload(request: FastifyRequest, { schema, fallback, until }: IntakeOptions): Promise<RunOrder> {
    // Refused before the upload is taken in, where that can be known.
    if (schema !== undefined) this.schemas.require(schema);
    else if (fallback === undefined && !request.isMultipart()) throw schemaMissing();
    const runId = uuid7();
    const stored = await this.uploads.store(request, runId);
    try {
      const named = schema ?? stored.fields.schema ?? fallback;
      if (named === undefined) throw schemaMissing();
      return {
        runId,
        schema: this.schemas.require(named).name,
        from: 'ingestion',
        source: stored.source,
        run: { until },
      };
    } catch (error) {
      await this.uploads.discard(stored);
      throw error;
    }
  }
}

function schemaMissing(): WeirError {
  return invalidRequest([
    issue('schema', 'isDefined', 'name the schema: ?schema=uci-30, or a field "schema" before the file'),
  ]);
}
