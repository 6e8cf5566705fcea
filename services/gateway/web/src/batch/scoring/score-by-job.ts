import { type FieldProblem, unwrapJson, unwrapResponse, WeirApiError } from '@weir/client';
import { client } from '../../api/client.js';
import { asCsv, type BatchInput } from '../input/batch-input.js';
import type { BatchResult, BatchRow } from '../rows/batch-row.js';
import { rowProblem } from './row-problem.js';
import type { Predictions } from './score-features.js';
import { patiently, pause, type ScoringOptions } from './scoring.js';
import { upload } from './upload.js';

const ASK_EVERY_MS = 500;
const JSON_TYPE = 'application/json';

/** `GET /v1/jobs/{id}`, as much of it as is shown. */
interface Job {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'succeeded' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly errors?: readonly FieldProblem[];
  };
}

/** Many rows, in the background: uploaded once, scored while the page may be left alone. */
export async function scoreByJob(
  input: BatchInput,
  schema: string,
  urlColumn: string,
  options: ScoringOptions,
): Promise<BatchResult> {
  const { signal, onProgress } = options;
  // A job takes all rows or none: what cannot be scored stays here, and is told by its row.
  const problems = problemsOf(input);
  const body = new Blob(asCsv(soundRows(input, problems), urlColumn), { type: 'text/csv' });
  const sent = await upload<Job>(`/v1/jobs/predictions/${encodeURIComponent(schema)}`, body, {
    headers: { 'content-type': 'text/csv', accept: JSON_TYPE },
    signal,
    onSent: (done) => onProgress({ step: 'uploading', done, total: body.size }),
  });
  signal.addEventListener('abort', () => void client.fetch(pathOf(sent), { method: 'DELETE' }));
  await finished(sent, options);
  onProgress({ step: 'fetching', done: 0, total: 0 });
  return resultOf(input, problems, await fetchResult(sent, signal));
}

const pathOf = ({ id }: Job): string => `/v1/jobs/${encodeURIComponent(id)}`;

async function finished(sent: Job, { signal, onProgress }: ScoringOptions): Promise<void> {
  let job = sent;
  const { total } = sent;
  while (job.state === 'queued' || job.state === 'running') {
    const { done } = job;
    onProgress({ step: 'scoring', done, total });
    await pause(ASK_EVERY_MS, signal);
    job = await patiently(
      () => unwrapJson<Job>(client.fetch(pathOf(sent), { signal })),
      signal,
      (waiting) => onProgress({ step: 'scoring', done, total, waiting }),
    );
  }
  if (job.state === 'failed') throw failure(job);
}

async function fetchResult(job: Job, signal: AbortSignal): Promise<Predictions> {
  const asked = client.fetch(`${pathOf(job)}/result`, { headers: { accept: JSON_TYPE }, signal });
  return (await (await unwrapResponse(asked)).json()) as Predictions;
}

/** As the gateway would have answered it at once. */
function failure({ error }: Job): WeirApiError {
  const {
    code,
    message: detail,
    errors = [],
  } = error ?? { code: 'WEIR_INTERNAL', message: 'The job failed' };
  return new WeirApiError(new Response(null, { status: 422 }), { code, detail, errors });
}

function problemsOf(input: BatchInput): readonly (string | undefined)[] {
  if (input.kind === 'urls') return [];
  return input.rows.map((cells) => rowProblem(cells, input.schema.columns));
}

function soundRows(input: BatchInput, problems: readonly (string | undefined)[]): BatchInput {
  if (input.kind === 'urls') return input;
  return { ...input, rows: input.rows.filter((_, index) => problems[index] === undefined) };
}

/** Predictions stand in the order of the rows that were sent. */
export function resultOf(
  input: BatchInput,
  problems: readonly (string | undefined)[],
  { predictions, model }: Predictions,
): BatchResult {
  const texts = input.kind === 'urls' ? input.urls : input.rows.map((cells) => cells.join(', '));
  const queue = predictions.values();
  const rows = texts.map((text, index): BatchRow => {
    const place = { row: index + 1, text };
    const error = problems[index];
    if (error !== undefined) return { ...place, error };
    const prediction = queue.next().value;
    if (prediction === undefined) return { ...place, error: 'there is no prediction' };
    const { label, verdict, probability } = prediction;
    // A URL's label says the same as its verdict, in words of a data set.
    return { ...place, verdict, probability, ...(input.kind === 'features' ? { label } : {}) };
  });
  return { kind: input.kind, rows, model };
}
