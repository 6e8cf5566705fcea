import { FetchFailure } from '../guard/fetch-failure.js';

/** The promise's outcome, or a rejection with `timeout` as soon as `signal` is aborted; the promise itself goes on. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  // Whoever loses the race may still reject; nobody listens any more.
  promise.catch(() => undefined);
  const timeUp = () => new FetchFailure('timeout', 'the time was up');
  if (signal.aborted) throw timeUp();
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(timeUp());
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
