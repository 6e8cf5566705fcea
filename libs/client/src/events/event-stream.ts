import type { EventSourceMessage } from 'eventsource-parser';
import { unwrapResponse } from '../errors/unwrap.js';
import { WeirApiError } from '../errors/weir-api-error.js';
import { backoffMs, pause } from '../sending/backoff.js';
import type { WeirClient } from '../weir-client.js';
import { serverEvents } from './server-events.js';

export interface EventStreamOptions {
  /** Ends the stream: it is then done, and nothing is thrown. */
  readonly signal?: AbortSignal;
  /** Where to go on: the id of the last event seen. */
  readonly lastEventId?: string;
  /** A connection silent for so long is given up and made anew. Default 45,000: three heartbeats. */
  readonly silenceMs?: number;
  /** Called each time a connection stands, and each time one is lost. */
  readonly onConnection?: (state: 'open' | 'lost') => void;
}

const RECONNECT_BASE_MS = 500;
const RECONNECT_MAX_MS = 10_000;
const THREE_HEARTBEATS_MS = 45_000;

/**
 * A route's Server-Sent Events, over as many connections as it takes: each goes on after the last event seen. Ends with the
 * signal, or when whoever reads it stops. Throws `WeirApiError` where the gateway refuses (a key revoked meanwhile, say),
 * and `WeirConnectionError` where it could not be reached the very first time.
 */
export async function* eventStream(
  client: WeirClient,
  path: string,
  options: EventStreamOptions = {},
): AsyncGenerator<EventSourceMessage, void, undefined> {
  const { signal, silenceMs = THREE_HEARTBEATS_MS, onConnection } = options;
  let lastEventId = options.lastEventId;
  let failures = 0;
  let retryMs = RECONNECT_BASE_MS;
  let hasStood = false;
  while (signal?.aborted !== true) {
    try {
      const response = await open(client, path, lastEventId, signal);
      hasStood = true;
      onConnection?.('open');
      for await (const event of serverEvents(response.body ?? new ReadableStream(), silenceMs)) {
        failures = 0;
        if ('retryMs' in event) {
          retryMs = event.retryMs;
          continue;
        }
        lastEventId = event.id ?? lastEventId;
        yield event;
        if (signal?.aborted) return;
      }
    } catch (error) {
      if (signal?.aborted) return;
      if (!hasStood || isRefusal(error)) throw error;
    }
    onConnection?.('lost');
    await pause(backoffMs(failures, retryMs, RECONNECT_MAX_MS), signal).catch(() => undefined);
    failures += 1;
  }
}

async function open(
  client: WeirClient,
  path: string,
  lastEventId: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const headers = {
    accept: 'text/event-stream',
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  return unwrapResponse(client.fetch(path, { headers, ...(signal === undefined ? {} : { signal }) }));
}

/** What asking again does not mend; too many requests and a gateway that restarts it does. */
function isRefusal(error: unknown): boolean {
  return error instanceof WeirApiError && error.status < 500 && error.status !== 429;
}
