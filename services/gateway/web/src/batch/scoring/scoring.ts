import { mayRetry, retryDelay } from '../../api/queries.js';
import type { BatchResult } from '../rows/batch-row.js';

export interface Progress {
  readonly step: 'reading' | 'uploading' | 'scoring' | 'fetching';
  /** Of `total`: bytes while uploading, rows while scoring. */
  readonly done: number;
  readonly total: number;
  /** Why it waits, where it does. */
  readonly waiting?: Error;
}

export interface ScoringOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export type Scoring<Input> = (input: Input, options: ScoringOptions) => Promise<BatchResult>;

/** Asks again, after a while, what may pass by itself. */
export async function patiently<T>(
  ask: () => Promise<T>,
  signal: AbortSignal,
  onWaiting: (error: Error) => void,
): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted || !(error instanceof Error) || !mayRetry(failures, error)) throw error;
      onWaiting(error);
      await pause(retryDelay(failures, error), signal);
    }
  }
}

/** Rejects as soon as the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
    if (signal.aborted) reject(signal.reason as Error);
  });
}
