import { unwrap } from '@weir/client';
import { client } from '../../api/client.js';
import type { BatchInput } from '../input/batch-input.js';
import type { BatchResult, BatchRow } from '../rows/batch-row.js';
import { patiently, type ScoringOptions } from './scoring.js';

/** Half of what the gateway takes at once: progress shows, and nobody else waits long. */
const SLICE = 500;

/** URLs, slice by slice, at once. */
export async function scoreUrls(
  { urls }: Extract<BatchInput, { kind: 'urls' }>,
  { signal, onProgress }: ScoringOptions,
): Promise<BatchResult> {
  const rows: BatchRow[] = [];
  const total = urls.length;
  let model: BatchResult['model'];
  onProgress({ step: 'scoring', done: 0, total });
  for (let start = 0; start < total; start += SLICE) {
    const slice = urls.slice(start, start + SLICE);
    const ask = () =>
      unwrap(client.POST('/v1/verdicts/batch', { body: { urls: slice, reasons: false }, signal }));
    const { verdicts } = await patiently(ask, signal, (waiting) =>
      onProgress({ step: 'scoring', done: start, total, waiting }),
    );
    for (const [index, text] of slice.entries()) {
      const { verdict, probability, error, model: judge } = verdicts[index] ?? {};
      model ??= judge;
      const row = start + index + 1;
      if (verdict === undefined || probability === undefined)
        rows.push({ row, text, error: error?.message ?? 'there is no verdict' });
      else rows.push({ row, text, verdict, probability });
    }
    onProgress({ step: 'scoring', done: rows.length, total });
  }
  return { kind: 'urls', rows, ...(model === undefined ? {} : { model }) };
}
