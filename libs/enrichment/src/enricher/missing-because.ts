import { missing } from '../features/site-facts.js';
import { asFetchFailure } from '../guard/fetch-failure.js';

/** `what` could not be had for `error`; a connection or a clock may do better another time. */
export function missingBecause(what: string, error: unknown, signal: AbortSignal) {
  const { code, message } = asFetchFailure(error, signal);
  return missing(`${what} could not be had: ${message}`, code === 'timeout' || code === 'unreachable');
}
