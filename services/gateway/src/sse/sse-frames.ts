/** Milliseconds after which a client that lost its stream comes back. */
const RETRY_MS = 2_000;

export interface SseEvent {
  /** `message` where absent. */
  readonly event?: string;
  readonly id?: string;
  readonly data: unknown;
}

/** One server-sent event; the data is JSON, which has no line breaks. */
export function eventFrame({ event, id, data }: SseEvent): Buffer {
  const named = event === undefined ? '' : `event: ${event}\n`;
  return Buffer.from(`${named}${idLine(id)}data: ${JSON.stringify(data)}\n\n`);
}

/** The first of a stream: how long to wait before coming back, and from where on. No event is dispatched. */
export function openingFrame(id?: string): Buffer {
  return Buffer.from(`retry: ${RETRY_MS}\n${idLine(id)}\n`);
}

/** Nothing has happened, up to the id where one is given. */
export function heartbeatFrame(id?: string): Buffer {
  return Buffer.from(`: heartbeat\n${idLine(id)}\n`);
}

function idLine(id: string | undefined): string {
  return id === undefined || id === '' ? '' : `id: ${id}\n`;
}
