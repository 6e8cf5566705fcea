import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FeatureSchema } from '@weir/contracts';
import { WeirError } from '@weir/platform';
import type { FastifyRequest } from 'fastify';
import { brokenOff } from '../http/bounded.js';
import { mediaTypeOf } from '../http/route-rules.js';
import { type TraceContext, traceContextOf } from '../http/trace-context.js';
import { MAX_UPLOAD_BYTES, uploadOf } from '../http/upload.js';
import { KnownSchemas } from '../schemas/known-schemas.js';
import { type Answer, AnswerSpool } from './answer/answer-spool.js';
import { csvSource } from './input/csv/csv-source.js';
import { jsonSource } from './input/json-source.js';
import type { RowSource } from './input/row-batch.js';
import { unpacked } from './input/unpacked.js';
import { type AnswerWriter, type OutputType, writerOf } from './output/index.js';
import { planScoring, type ScoringPlan } from './plan/columns.js';
import { Predictor } from './predictor.js';

/** Largest answer, in bytes; a page of a large upload is several times the upload. */
export const MAX_ANSWER_BYTES = 4 * MAX_UPLOAD_BYTES;
/** So few are one batch, whose answer is made in memory in any case. */
const FEW_ROWS = 16;

/** A whole answer; its length in bytes where it is no text. */
export interface SentAnswer {
  readonly body: Answer['body'] | string;
  readonly length?: number;
}

export interface PredictionChoices {
  /** The page as `/predict` has it. */
  readonly isClassic?: boolean;
}

interface PredictionOrder extends PredictionChoices {
  readonly schema: FeatureSchema;
  readonly source: RowSource;
  readonly output: OutputType;
  readonly trace: TraceContext;
  /** Whether somebody still waits for the answer. */
  readonly isWanted: () => boolean;
}

/** Rows in, predictions out. */
@Injectable()
export class PredictionsService {
  constructor(
    private readonly schemas: KnownSchemas,
    private readonly predictor: Predictor,
  ) {}

  /**
   * The answer, once every row of the input is read, checked and scored, in one pass as the bytes arrive: whatever is
   * wrong, in the last row too, rejects with a coded error before a byte is sent.
   */
  async predict(
    schemaName: string,
    request: FastifyRequest,
    output: OutputType,
    choices: PredictionChoices = {},
  ): Promise<SentAnswer> {
    const schema = this.schemas.require(schemaName);
    const source = await sourceOf(request, schema);
    const isWanted = () => !request.socket.destroyed;
    try {
      const order = { ...choices, schema, source, output, trace: traceContextOf(request), isWanted };
      return source.rows !== undefined && source.rows <= FEW_ROWS
        ? await this.#answerFew(order)
        : await this.#answer(order);
    } finally {
      await source.close();
    }
  }

  /** As {@link #answer}, without what many rows need: most requests have one. */
  async #answerFew(order: PredictionOrder): Promise<SentAnswer> {
    const plan = planScoring(order.schema, order.source.columns);
    const writer = writerFor(order, plan);
    const batch = await this.predictor.predictFew({ ...order, plan });
    return { body: `${writer.begin()}${writer.batch(batch)}${writer.end()}` };
  }

  async #answer(order: PredictionOrder): Promise<Answer> {
    const { schema, source, trace, isWanted } = order;
    const plan = planScoring(schema, source.columns);
    const writer = writerFor(order, plan);
    const spool = new AnswerSpool(MAX_ANSWER_BYTES);
    try {
      await spool.write(writer.begin());
      for await (const batch of this.predictor.predict({ schema, source, plan, trace })) {
        if (!isWanted()) throw new WeirError('WEIR_REQUEST_INVALID', 'The client went away');
        await spool.write(writer.batch(batch));
      }
      await spool.write(writer.end());
      return await spool.finish();
    } catch (error) {
      await spool.dispose();
      throw error;
    }
  }
}

function writerFor({ schema, source, output, isClassic }: PredictionOrder, plan: ScoringPlan): AnswerWriter {
  return writerOf(output, {
    schema: schema.name,
    columns: source.columns,
    ...(plan.kind === 'url' ? { urlColumn: plan.index } : {}),
    ...(isClassic === undefined ? {} : { isClassic }),
  });
}

async function sourceOf(request: FastifyRequest, schema: FeatureSchema): Promise<RowSource> {
  if (mediaTypeOf(request) === 'application/json') return jsonSource(request.body, schema);
  const upload = await uploadOf(request);
  return csvSource(unpacked(chunksOf(upload.bytes), MAX_UPLOAD_BYTES));
}

/** An upload's bytes. What its reader leaves is thrown away: a client that has more to send would never read its answer. */
async function* chunksOf(bytes: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of bytes.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch (error) {
    throw brokenOff(error);
  } finally {
    bytes.resume();
  }
}
