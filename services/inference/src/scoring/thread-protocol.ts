import type { ScoresMessage } from './scores-message.js';

/** What a scoring thread is told; in the order told. */
export type ThreadRequest =
  | { readonly kind: 'model'; readonly key: number; readonly artifact: Uint8Array }
  | { readonly kind: 'forget'; readonly key: number }
  | {
      readonly kind: 'score';
      readonly batch: number;
      readonly key: number;
      /** All URLs in one text, and the UTF-16 units of each. */
      readonly urls: string;
      readonly lengths: Uint32Array;
    };

export type ThreadReply =
  | { readonly batch: number; readonly scores: ScoresMessage }
  | { readonly batch: number; readonly failure: string };

export function joinUrls(urls: readonly string[]): { readonly urls: string; readonly lengths: Uint32Array } {
  return { urls: urls.join(''), lengths: Uint32Array.from(urls, (url) => url.length) };
}

export function splitUrls({
  urls,
  lengths,
}: {
  readonly urls: string;
  readonly lengths: Uint32Array;
}): string[] {
  let end = 0;
  return Array.from(lengths, (length) => {
    end += length;
    return urls.slice(end - length, end);
  });
}
