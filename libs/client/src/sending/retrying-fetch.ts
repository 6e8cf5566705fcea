import { WeirConnectionError } from '../errors/weir-connection-error.js';
import { backoffMs, pause, retryAfterMs } from './backoff.js';
import { isRepeatable, isRepeatableBlindly } from './repeatable.js';

export interface RetryOptions {
  /** How often a request is sent at most, the first time included. Default 4; 1 never repeats. */
  readonly attempts?: number;
  /** The first wait, in milliseconds; each further one is twice as long. Default 200. */
  readonly baseMs?: number;
  /** No wait is longer. A `Retry-After` beyond it is not waited for: the answer is given as it is. Default 10,000. */
  readonly maxWaitMs?: number;
}

export type Send = (request: Request) => Promise<Response>;

/** Answers that say "not now", and that nothing was done. */
const LATER = new Set([429, 503]);

/**
 * Sends requests, and sends those again that may be sent twice: after `429` and `503`, as `Retry-After` asks, and after
 * broken connections. Stops with the request's signal. Throws `WeirConnectionError` where no answer came at all.
 */
export function retryingFetch(options: RetryOptions, send: Send): Send {
  const { attempts = 4, baseMs = 200, maxWaitMs = 10_000 } = options;
  return async (request) => {
    for (let attempt = 0; ; attempt += 1) {
      const isLast = attempt + 1 >= attempts || !isRepeatable(request);
      const answer = await once(isLast ? request : request.clone(), send);
      if (isLast || !mayRepeat(request, answer)) return settled(answer);
      const wait = waitAfter(answer) ?? backoffMs(attempt, baseMs, maxWaitMs);
      if (wait > maxWaitMs) return settled(answer);
      if (answer instanceof Response) await answer.body?.cancel();
      await pause(wait, request.signal);
    }
  };
}

/** The answer, or why none came. Throws only what the caller's signal says. */
async function once(request: Request, send: Send): Promise<Response | WeirConnectionError> {
  try {
    return await send(request);
  } catch (error) {
    if (request.signal.aborted) throw request.signal.reason;
    return new WeirConnectionError(request.url, error);
  }
}

function mayRepeat(request: Request, answer: Response | WeirConnectionError): boolean {
  return answer instanceof Response ? LATER.has(answer.status) : isRepeatableBlindly(request);
}

function waitAfter(answer: Response | WeirConnectionError): number | undefined {
  return answer instanceof Response ? retryAfterMs(answer.headers) : undefined;
}

function settled(answer: Response | WeirConnectionError): Response {
  if (answer instanceof Response) return answer;
  throw answer;
}
