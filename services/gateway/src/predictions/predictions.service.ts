import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FeatureSchema } from '@weir/contracts';
import type { FastifyRequest } from 'fastify';
import { mediaTypeOf } from '../http/route-rules.js';
import { traceContextOf } from '../http/trace-context.js';
import { MAX_UPLOAD_BYTES, uploadOf } from '../http/upload.js';
import { KnownSchemas } from '../schemas/known-schemas.js';
import { csvInput } from './input/csv-input.js';
import { jsonInput } from './input/json-input.js';
import type { RowInput } from './input/row-input.js';
import { spool } from './input/spool.js';
import { type OutputType, WRITERS } from './output/index.js';
import { planScoring } from './plan/columns.js';
import { checkRows } from './plan/rows.js';
import { Predictor } from './predictor.js';

interface OpenedInput {
  readonly input: RowInput;
  dispose(): Promise<void>;
}

/** Rows in, predictions out. */
@Injectable()
export class PredictionsService {
  constructor(
    private readonly schemas: KnownSchemas,
    private readonly predictor: Predictor,
  ) {}

  /**
   * The answer's text, once the whole input is read and checked and its first chunk is scored: what is wrong until
   * then rejects with a coded error. Only a failure of inference after that ends the stream early.
   */
  async predict(schemaName: string, request: FastifyRequest, output: OutputType): Promise<Readable> {
    const schema = this.schemas.require(schemaName);
    const opened = await openInput(request, schema);
    try {
      const { input } = opened;
      const plan = planScoring(schema, input.columns);
      await checkRows(input, plan);
      const chunks = this.predictor.predict({ schema, input, plan, trace: traceContextOf(request) });
      const pieces = WRITERS[output]({
        schema: schema.name,
        columns: input.columns,
        ...(plan.kind === 'url' ? { urlColumn: plan.index } : {}),
        chunks,
      });
      const answer = await startedStream(pieces);
      answer.once('close', () => void opened.dispose());
      return answer;
    } catch (error) {
      await opened.dispose();
      throw error;
    }
  }
}

async function openInput(request: FastifyRequest, schema: FeatureSchema): Promise<OpenedInput> {
  if (mediaTypeOf(request) === 'application/json') {
    return { input: jsonInput(request.body, schema), dispose: async () => {} };
  }
  const upload = await uploadOf(request);
  const spooled = await spool(upload.bytes, MAX_UPLOAD_BYTES);
  try {
    return { input: await csvInput(spooled), dispose: () => spooled.dispose() };
  } catch (error) {
    await spooled.dispose();
    throw error;
  }
}

/** The pieces as a stream whose first piece is there already. */
async function startedStream(pieces: AsyncGenerator<string>): Promise<Readable> {
  const first = await pieces.next();
  async function* all(): AsyncGenerator<string> {
    if (first.done !== true) yield first.value;
    yield* pieces;
  }
  return Readable.from(all(), { objectMode: false });
}
