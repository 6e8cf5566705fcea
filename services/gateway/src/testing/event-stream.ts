import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';
import { vi } from 'vitest';

export interface ReceivedEvent {
  readonly event: string;
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every shape
  readonly data: any;
}

/** A listener as browsers are: keeps the last id, splits events at empty lines. */
export class EventStream {
  readonly events: ReceivedEvent[] = [];
  /** Everything as it came. */
  text = '';
  lastEventId = '';
  status = 0;
  headers: IncomingHttpHeaders = {};
  isClosed = false;
  #rest = '';
  readonly #request: ClientRequest;

  private constructor(url: string, headers: Record<string, string>) {
    this.#request = request(url, { headers: { accept: 'text/event-stream', ...headers }, agent: false });
  }

  /** Resolves with the head of the answer. */
  static open(url: string, headers: Record<string, string> = {}): Promise<EventStream> {
    const stream = new EventStream(url, headers);
    return new Promise((resolve, reject) => {
      stream.#request.on('error', (error) => {
        stream.isClosed = true;
        reject(error);
      });
      stream.#request.on('response', (response) => {
        stream.status = response.statusCode ?? 0;
        stream.headers = response.headers;
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => stream.#take(chunk));
        response.on('error', () => undefined);
        response.on('close', () => {
          stream.isClosed = true;
        });
        resolve(stream);
      });
      stream.#request.end();
    });
  }

  /** The events without a name. */
  get messages(): ReceivedEvent[] {
    return this.events.filter(({ event }) => event === 'message');
  }

  named(event: string): ReceivedEvent[] {
    return this.events.filter((each) => each.event === event);
  }

  /** The first messages, as soon as there are so many. */
  async received(count: number): Promise<ReceivedEvent[]> {
    await vi.waitFor(() => {
      if (this.messages.length < count) throw new Error(`${this.messages.length} of ${count} events`);
    }, 20_000);
    return this.messages;
  }

  async closed(): Promise<void> {
    await vi.waitFor(() => {
      if (!this.isClosed) throw new Error('still open');
    }, 20_000);
  }

  close(): void {
    this.#request.destroy();
  }

  #take(chunk: string): void {
    this.text += chunk;
    const blocks = (this.#rest + chunk).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    for (const block of blocks) this.#dispatch(block.split('\n'));
  }

  #dispatch(lines: readonly string[]): void {
    const field = (name: string) =>
      lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    this.lastEventId = field('id') ?? this.lastEventId;
    const data = field('data');
    if (data === undefined) return;
    this.events.push({ event: field('event') ?? 'message', id: this.lastEventId, data: JSON.parse(data) });
  }
}
