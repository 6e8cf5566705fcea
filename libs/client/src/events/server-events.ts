import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { pause } from '../sending/backoff.js';

/** An event as it came, or the server's wish of how long to wait before coming back. */
export type ServerEvent = EventSourceMessage | { readonly retryMs: number };

/**
 * The events of one response, read as fast as they are asked for. Ends with the connection, however that ends, or after a
 * silence longer than heartbeats allow.
 */
export async function* serverEvents(
  body: ReadableStream<Uint8Array>,
  silenceMs: number,
): AsyncGenerator<ServerEvent, void, undefined> {
  const waiting: ServerEvent[] = [];
  const parser = createParser({
    onEvent: (event) => waiting.push(event),
    onRetry: (retryMs) => waiting.push({ retryMs }),
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const chunk = await nextChunk(reader, silenceMs);
      if (chunk === undefined) return;
      parser.feed(decoder.decode(chunk, { stream: true }));
      yield* waiting.splice(0);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Undefined where the connection ended, broke, or was silent for too long. */
async function nextChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  silenceMs: number,
): Promise<Uint8Array | undefined> {
  const silence = new AbortController();
  try {
    const read = reader.read().then(({ value }) => value);
    return await Promise.race([read, pause(silenceMs, silence.signal).then(() => undefined)]);
  } catch {
    return undefined;
  } finally {
    silence.abort();
  }
}
