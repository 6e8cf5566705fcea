import { unwrapJson } from '@weir/client';
import { client } from '../../api/client.js';
import type { Verdict } from '../../components/index.js';
import type { BatchInput } from '../input/batch-input.js';
import { csvLine } from '../input/csv.js';
import type { BatchResult, BatchRow } from '../rows/batch-row.js';
import { rowProblem } from './row-problem.js';
import { patiently, type ScoringOptions } from './scoring.js';

const SLICE = 2_000;

export interface Predictions {
  readonly predictions: readonly {
    readonly label: number | string;
    readonly verdict: Verdict;
    readonly probability: number;
  }[];
  readonly model: { readonly name: string; readonly version: number };
}

type Features = Extract<BatchInput, { kind: 'features' }>;

/** Rows of features, slice by slice, at once; what cannot be scored is told by its row and left out. */
export async function scoreFeatures(
  { schema, rows: all }: Features,
  { signal, onProgress }: ScoringOptions,
): Promise<BatchResult> {
  const total = all.length;
  const rows: BatchRow[] = [];
  let model: BatchResult['model'];
  onProgress({ step: 'scoring', done: 0, total });
  for (let start = 0; start < total; start += SLICE) {
    const slice = all.slice(start, start + SLICE);
    const problems = slice.map((cells) => rowProblem(cells, schema.columns));
    const sound = slice.filter((_, index) => problems[index] === undefined);
    const answer = await patiently(
      () => predict(schema, sound, signal),
      signal,
      (waiting) => onProgress({ step: 'scoring', done: start, total, waiting }),
    );
    model ??= answer?.model;
    const queue = (answer?.predictions ?? []).values();
    for (const [index, cells] of slice.entries()) {
      const place = { row: start + index + 1, text: cells.join(', ') };
      const error = problems[index];
      rows.push(error === undefined ? { ...place, ...queue.next().value } : { ...place, error });
    }
    onProgress({ step: 'scoring', done: rows.length, total });
  }
  return { kind: 'features', rows, ...(model === undefined ? {} : { model }) };
}

async function predict(
  { name, columns }: Features['schema'],
  rows: Features['rows'],
  signal: AbortSignal,
): Promise<Predictions | undefined> {
  if (rows.length === 0) return undefined;
  const body = csvLine(columns.map((column) => column.name)) + rows.map(csvLine).join('');
  const headers = { 'content-type': 'text/csv', accept: 'application/json' };
  const path = `/v1/predictions/${encodeURIComponent(name)}`;
  return unwrapJson<Predictions>(client.fetch(path, { method: 'POST', headers, body, signal }));
}
