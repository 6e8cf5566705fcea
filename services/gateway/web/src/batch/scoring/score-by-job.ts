import { unwrapJson, unwrapResponse } from '@weir/client';
import { client } from '../../api/client.js';
import { asCsv, type BatchInput, rowCount } from '../input/batch-input.js';
import type { BatchResult } from '../rows/batch-row.js';
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
  readonly error?: { readonly code: string; readonly message: string };
}

/** Many rows, in the background: uploaded once, scored while the page may be left alone. */
export async function scoreByJob(
  input: BatchInput,
  schema: string,
  urlColumn: string,
  options: ScoringOptions,
): Promise<BatchResult> {
  const { signal, onProgress } = options;
  refuseBadRows(input);
  const body = new Blob(asCsv(input, urlColumn), { type: 'text/csv' });
  const sent = await upload<Job>(`/v1/jobs/predictions/${encodeURIComponent(schema)}`, body, {
    headers: { 'content-type': 'text/csv', accept: JSON_TYPE },
    signal,
    onSent: (done) => onProgress({ step: 'uploading', done, total: body.size }),
  });
  signal.addEventListener('abort', () => void client.fetch(pathOf(sent), { method: 'DELETE' }));
  await finished(sent, rowCount(input), options);
  onProgress({ step: 'fetching', done: 0, total: 0 });
  return resultOf(input, await fetchResult(sent, signal));
}

const pathOf = ({ id }: Job): string => `/v1/jobs/${encodeURIComponent(id)}`;

/** A job takes all rows or none: what is wrong with the first is told before anything is sent. */
function refuseBadRows(input: BatchInput): void {
  if (input.kind === 'urls') return;
  const { rows, schema } = input;
  for (const [index, cells] of rows.entries()) {
    const problem = rowProblem(cells, schema.columns);
    if (problem !== undefined)
      throw new Error(`Row ${index + 1}, ${problem}. Mend it, then drop the file again.`);
  }
}

async function finished(sent: Job, rows: number, { signal, onProgress }: ScoringOptions): Promise<void> {
  let job = sent;
  while (job.state === 'queued' || job.state === 'running') {
    const { done } = job;
    onProgress({ step: 'scoring', done, total: rows });
    await pause(ASK_EVERY_MS, signal);
    job = await patiently(
      () => unwrapJson<Job>(client.fetch(pathOf(sent), { signal })),
      signal,
      (waiting) => onProgress({ step: 'scoring', done, total: rows, waiting }),
    );
  }
  if (job.state === 'failed') throw new Error(job.error?.message ?? 'The job failed, and did not say why.');
}

async function fetchResult(job: Job, signal: AbortSignal): Promise<Predictions> {
  const asked = client.fetch(`${pathOf(job)}/result`, { headers: { accept: JSON_TYPE }, signal });
  return (await (await unwrapResponse(asked)).json()) as Predictions;
}

function resultOf(input: BatchInput, { predictions, model }: Predictions): BatchResult {
  const texts = input.kind === 'urls' ? input.urls : input.rows.map((cells) => cells.join(', '));
  const rows = texts.map((text, index) => {
    const { label, verdict, probability } = predictions[index] ?? {};
    const place = { row: index + 1, text };
    if (verdict === undefined || probability === undefined)
      return { ...place, error: 'there is no prediction' };
    // A URL's label says the same as its verdict, in words of a data set.
    return {
      ...place,
      verdict,
      probability,
      ...(input.kind === 'features' && label !== undefined ? { label } : {}),
    };
  });
  return { kind: input.kind, rows, model };
}
