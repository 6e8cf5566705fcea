import { Injectable } from '@nestjs/common';
import type { FeatureSchema, ModelReference, Prediction } from '@weir/contracts';
import type { TraceContext } from '../http/trace-context.js';
import { InferenceClient } from '../inference-client/inference-client.js';
import type { InputRow, RowInput } from './input/row-input.js';
import { valueError } from './plan/cell.js';
import type { ScoringPlan } from './plan/columns.js';
import { featuresOf, urlOf } from './plan/rows.js';
import { labelOfVerdict } from './url-label.js';

/** Rows asked for at once. */
export const CHUNK_ROWS = 2_000;
/** URLs asked for at once: inference computes their features besides. */
const CHUNK_URLS = 1_000;

/** Rows with what was predicted of them, in order. */
export interface PredictedChunk {
  readonly rows: readonly InputRow[];
  readonly predictions: readonly Prediction[];
  readonly model: ModelReference;
}

export interface PredictionTask {
  readonly schema: FeatureSchema;
  readonly input: RowInput;
  readonly plan: ScoringPlan;
  readonly trace: TraceContext;
}

/** Asks inference chunk by chunk, as fast as the chunks are taken: a slow reader slows the reading, memory stays bounded. */
@Injectable()
export class Predictor {
  constructor(private readonly inference: InferenceClient) {}

  async *predict(task: PredictionTask): AsyncGenerator<PredictedChunk> {
    const size = task.plan.kind === 'url' ? CHUNK_URLS : CHUNK_ROWS;
    for await (const rows of chunks(task.input, size)) yield await this.#score(rows, task);
  }

  #score(rows: readonly InputRow[], { schema, plan, trace }: PredictionTask): Promise<PredictedChunk> {
    return plan.kind === 'url'
      ? this.#scoreUrls(rows, schema, plan, trace)
      : this.#scoreFeatures(rows, schema, plan, trace);
  }

  async #scoreFeatures(
    rows: readonly InputRow[],
    schema: FeatureSchema,
    plan: Extract<ScoringPlan, { kind: 'features' }>,
    trace: TraceContext,
  ): Promise<PredictedChunk> {
    const columns = plan.columns.map((column) => column.name);
    const values = rows.map((row) => featuresOf(row, plan));
    const answer = await this.inference.predictions(schema.name, { columns, rows: values }, trace);
    return { rows, predictions: answer.predictions, model: answer.model };
  }

  async #scoreUrls(
    rows: readonly InputRow[],
    schema: FeatureSchema,
    plan: Extract<ScoringPlan, { kind: 'url' }>,
    trace: TraceContext,
  ): Promise<PredictedChunk> {
    const urls = rows.map((row) => urlOf(row, plan));
    const { model, results } = await this.inference.verdicts({ urls, reasons: false }, trace);
    const predictions = results.map((result, index): Prediction => {
      if ('error' in result) {
        throw valueError(urls[index], plan.column, rows[index]?.where ?? '', result.error.message);
      }
      const { verdict, probability } = result;
      return { label: labelOfVerdict(schema.label, verdict, probability), verdict, probability };
    });
    return { rows, predictions, model };
  }
}

async function* chunks(input: RowInput, size: number): AsyncGenerator<InputRow[]> {
  let chunk: InputRow[] = [];
  for await (const row of input.rows()) {
    chunk.push(row);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
