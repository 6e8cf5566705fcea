import type { components } from '../generated/api.js';
import type { WeirClient } from '../weir-client.js';
import { type EventStreamOptions, eventStream } from './event-stream.js';

export type Verdict = 'malicious' | 'suspicious' | 'safe';
/** A verdict as `urls.verdicts` has it. */
export type UrlVerdict = components['schemas']['UrlVerdict'];

/** The stream in the second before `at`. */
export interface StreamStats {
  readonly at: string;
  readonly perSecond: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** From a URL's submission to its verdict; null where none of them said when it was submitted. */
  readonly latencyMs: { readonly p50: number; readonly p99: number } | null;
  /** Records of `urls.submitted` that wait for their verdict; null where that is not known. */
  readonly lag: number | null;
  readonly listeners: number;
}

export type VerdictEvent =
  | { readonly kind: 'verdict'; readonly id: string | undefined; readonly verdict: UrlVerdict }
  | { readonly kind: 'stats'; readonly stats: StreamStats }
  /** Verdicts between `from` and the next one are no longer held: they were missed. */
  | { readonly kind: 'gap'; readonly from: string };

export interface VerdictStreamOptions extends EventStreamOptions {
  /** Only these verdicts. */
  readonly verdict?: Verdict | readonly Verdict[];
  /** At most so many verdicts a second, an even sample of them. */
  readonly rate?: number;
  /** Also how the stream as a whole does, once a second. */
  readonly stats?: boolean;
}

/** URLs as they are classified: `GET /v1/verdicts/stream`. Goes on, gapless, after connections that break. */
export async function* verdictStream(
  client: WeirClient,
  options: VerdictStreamOptions = {},
): AsyncGenerator<VerdictEvent, void, undefined> {
  const query = new URLSearchParams();
  for (const each of [options.verdict ?? []].flat()) query.append('verdict', each);
  if (options.rate !== undefined) query.set('rate', String(options.rate));
  if (options.stats === true) query.set('stats', 'true');
  const search = query.size === 0 ? '' : `?${query}`;
  for await (const { event, id, data } of eventStream(client, `/v1/verdicts/stream${search}`, options)) {
    // Cut off for being slow (`end`), it comes back by itself, where it was.
    if (event === undefined || event === 'message')
      yield { kind: 'verdict', id, verdict: JSON.parse(data) as UrlVerdict };
    else if (event === 'stats') yield { kind: 'stats', stats: JSON.parse(data) as StreamStats };
    else if (event === 'gap') yield { kind: 'gap', from: (JSON.parse(data) as { from: string }).from };
  }
}
