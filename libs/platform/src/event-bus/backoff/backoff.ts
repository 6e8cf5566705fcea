export interface Backoff {
  readonly initialMs: number;
  readonly maxMs: number;
}

/** Milliseconds before the next attempt: doubled for each failure (`attempt` counts from 1), with ±20 % of jitter. */
export function backoffDelay({ initialMs, maxMs }: Backoff, attempt: number, random = Math.random): number {
  const exponential = Math.min(maxMs, initialMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(Math.min(maxMs, exponential * (0.8 + 0.4 * random())));
}

/** Waits, or returns at once when the signal is aborted. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
}

/** Resolves to `true` when the work ends in time, failed or not, and to `false` otherwise. */
export async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const timeUp = new AbortController();
  const ended = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([ended, pause(ms, timeUp.signal).then(() => false)]);
  } finally {
    timeUp.abort();
  }
}
