import { type components, unwrap } from '@weir/client';
import { client } from '../api/client.js';

/** `POST /v1/verdicts`. */
export type Judged = components['schemas']['EnrichedVerdict'];
export type Enrichment = components['schemas']['EnrichmentAnswer'];
export type ListHit = NonNullable<Judged['list']>;

/** One of many: its verdict, or why there is none. */
export type CheckedUrl =
  | { readonly url: string; readonly judged: Judged }
  | { readonly url: string; readonly failure: string };

/** A slice is answered in a blink, and progress shows from slice to slice. */
const SLICE = 250;

export function judge(url: string): Promise<Judged> {
  return unwrap(client.POST('/v1/verdicts', { body: { url } }));
}

/** Looks the site up: takes seconds, and the site sees a visit. */
export async function lookUp(url: string, signal: AbortSignal): Promise<Enrichment> {
  const asked = client.POST('/v1/verdicts', { body: { url, enrich: true, reasons: false }, signal });
  return (await unwrap(asked)).enrichment ?? {};
}

/** Verdicts in the order of the URLs; `onProgress` hears how many there are so far. */
export async function judgeAll(
  urls: readonly string[],
  onProgress: (done: number) => void,
): Promise<CheckedUrl[]> {
  const all: CheckedUrl[] = [];
  for (let start = 0; start < urls.length; start += SLICE) {
    const slice = urls.slice(start, start + SLICE);
    const { verdicts } = await unwrap(client.POST('/v1/verdicts/batch', { body: { urls: slice } }));
    all.push(...slice.map((url, index) => checkedUrl(url, verdicts[index])));
    onProgress(all.length);
  }
  return all;
}

type BatchItem = components['schemas']['BatchVerdict'];

function checkedUrl(url: string, item: BatchItem | undefined): CheckedUrl {
  if (item?.error !== undefined) return { url, failure: item.error.message };
  if (item?.verdict === undefined) return { url, failure: 'there is no verdict' };
  // What has a verdict has all that belongs to one.
  return { url, judged: { ...item, url } as Judged };
}
