import { Injectable } from '@nestjs/common';
import {
  type FeatureSchema,
  type ItemError,
  type Prediction,
  type RowScores,
  type ScoredUrl,
  VERDICTS,
  type Verdict,
} from '@weir/contracts';
import { WeirError } from '@weir/platform';
import type { TraceContext } from '../http/trace-context.js';
import { InferenceClient } from '../inference-client/inference-client.js';
import type { RowBatch, RowSource } from './input/row-batch.js';
import { complaint } from './plan/cell.js';
import type { ScoringPlan } from './plan/columns.js';
import { RowProblems } from './plan/row-problems.js';
import { labelOfVerdict } from './url-label.js';

/** Calls of inference under way for one input: while one is scored the next is on its way. */
const UNDER_WAY = 3;

/** Rows with what was predicted of them, in order. */
export interface PredictedBatch extends RowBatch {
  readonly scores: RowScores;
}

export interface PredictionTask {
  readonly schema: FeatureSchema;
  readonly source: RowSource;
  readonly plan: ScoringPlan;
  readonly trace: TraceContext;
}

type UrlPlan = Extract<ScoringPlan, { kind: 'url' }>;

/** Asks inference batch by batch, as fast as its answers are taken: a slow reader slows the reading, memory stays bounded. */
@Injectable()
export class Predictor {
  constructor(private readonly inference: InferenceClient) {}

  /**
   * Throws `WEIR_DATA_EMPTY` where there is no row, and `WEIR_DATA_VALUE` or `WEIR_DATA_MALFORMED`, naming all bad rows
   * up to a bound, at the end: what came before is no answer then.
   */
  async *predict(task: PredictionTask): AsyncGenerator<PredictedBatch> {
    const problems = new RowProblems();
    const pending: Promise<PredictedBatch>[] = [];
    let rows = 0;
    for await (const batch of task.source.batches(task.plan, problems)) {
      rows += batch.rows;
      pending.push(this.#ask(batch, task, problems));
      if (pending.length < UNDER_WAY) continue;
      const done = await (pending.shift() as Promise<PredictedBatch>);
      if (problems.isEmpty) yield done;
    }
    for (const each of pending) {
      const done = await each;
      if (problems.isEmpty) yield done;
    }
    problems.throwIfAny();
    if (rows === 0) throw noRow();
  }

  /** As `predict`, of rows that are known to fit a batch. */
  async predictFew(task: PredictionTask): Promise<PredictedBatch> {
    const problems = new RowProblems();
    let asked: RowBatch | undefined;
    for await (const batch of task.source.batches(task.plan, problems)) asked = batch;
    problems.throwIfAny();
    if (asked === undefined) throw noRow();
    const scored = await this.#ask(asked, task, problems);
    problems.throwIfAny();
    return scored;
  }

  #ask(batch: RowBatch, task: PredictionTask, problems: RowProblems): Promise<PredictedBatch> {
    const scores =
      batch.asked instanceof Float32Array
        ? this.#scoreFeatures(batch.asked, batch.rows, task)
        : this.#scoreUrls(batch, batch.asked, task, problems);
    const asked = scores.then((each) => ({ ...batch, scores: each }));
    // Awaited in its turn; until then another's failure may end the loop.
    asked.catch(() => undefined);
    return asked;
  }

  #scoreFeatures(values: Float32Array, rows: number, { schema, trace }: PredictionTask): Promise<RowScores> {
    const columns = schema.columns.map((column) => column.name);
    return this.inference.scores(schema.name, { columns, rows, values }, trace);
  }

  async #scoreUrls(
    batch: RowBatch,
    urls: readonly string[],
    { schema, plan, trace }: PredictionTask,
    problems: RowProblems,
  ): Promise<RowScores> {
    const { model, results } = await this.inference.verdicts({ urls, reasons: false }, trace);
    const labels = schema.label.classes.map((each) => each.value);
    const scored = results.map((result, row) => {
      if ('error' in result) complain(result, urls[row], batch, row, plan as UrlPlan, problems);
      return 'error' in result ? UNKNOWN : result;
    });
    return {
      model,
      labels,
      rows: batch.rows,
      probabilities: Float32Array.from(scored, (each) => each.probability),
      classes: Uint8Array.from(scored, (each) =>
        labels.indexOf(labelOfVerdict(schema.label, each.verdict, each.probability)),
      ),
      verdicts: Uint8Array.from(scored, (each) => VERDICTS.indexOf(each.verdict)),
    };
  }
}

function noRow(): WeirError {
  return new WeirError('WEIR_DATA_EMPTY', 'There is a header line but no row');
}

/** In place of what could not be scored; nobody sees it. */
const UNKNOWN: Pick<ScoredUrl, 'verdict' | 'probability'> = { verdict: 'safe', probability: 0 };

function complain(
  { error }: ItemError,
  url: string | undefined,
  batch: RowBatch,
  row: number,
  { column }: UrlPlan,
  problems: RowProblems,
): void {
  const message = complaint(url, column, batch.where(row), error.message);
  problems.add({ row: batch.first + row, code: 'WEIR_DATA_VALUE', path: column, message });
}

/** A row's prediction as an object. */
export function predictionOf(scores: RowScores, row: number): Prediction {
  return {
    label: scores.labels[scores.classes[row] as number] as number | string,
    verdict: VERDICTS[scores.verdicts[row] as number] as Verdict,
    probability: scores.probabilities[row] as number,
  };
}
