import type { components, Verdict } from '@weir/client';

type BatchVerdict = components['schemas']['BatchVerdict'];
type EnrichedVerdict = components['schemas']['EnrichedVerdict'];

/** One URL's verdict, or why there is none. As `--json` prints it. */
export type Judged = Partial<EnrichedVerdict> & BatchVerdict & { readonly url: string };

/** Verdicts on URLs, one for each, in order. */
export type Judge = (urls: readonly string[]) => Promise<Judged[]>;

export const FAIL_ON = ['malicious', 'suspicious', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** What was counted, by verdict; `error` where there was none. */
export type Tally = Record<Verdict | 'error', number>;

export function emptyTally(): Tally {
  return { malicious: 0, suspicious: 0, safe: 0, error: 0 };
}

export function count(tally: Tally, judged: readonly Judged[]): void {
  for (const { verdict } of judged) tally[verdict ?? 'error'] += 1;
}
