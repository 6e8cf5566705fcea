import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { gatewayServer, problem } from '../testing/gateway-server.js';
import { createWeirClient } from '../weir-client.js';
import { eventStream } from './event-stream.js';
import { runEvents } from './run-events.js';
import { type VerdictEvent, verdictStream } from './verdict-stream.js';

const open = (response: ServerResponse, text = '') => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(`retry: 1\n\n${text}`);
};
const event = (id: number, data: unknown) => `id: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
const client = (url: string) => createWeirClient({ gateway: url, retry: false });

async function take<Item>(stream: AsyncIterable<Item>, count: number): Promise<Item[]> {
  const taken: Item[] = [];
  for await (const each of stream) {
    taken.push(each);
    if (taken.length === count) break;
  }
  return taken;
}

describe('eventStream', () => {
  it('goes on after the last event seen when the connection breaks', async () => {
    const { url, seen } = await gatewayServer((request, response) => {
      const from = Number(request.headers['last-event-id'] ?? 0);
      open(response, event(from + 1, from + 1) + event(from + 2, from + 2));
      if (from < 4) setTimeout(() => response.destroy(), 20);
    });
    const events = await take(eventStream(client(url), '/v1/verdicts/stream'), 6);
    expect(events.map(({ data }) => data)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(seen.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '2', '4']);
  });

  it('reads events cut anywhere, even within a letter', async () => {
    const bytes = Buffer.from(event(1, 'http://münchen.example/') + event(2, 'b'));
    const { url } = await gatewayServer((_, response) => {
      open(response);
      const parts = Array.from(bytes, (byte) => Buffer.from([byte]));
      const timer = setInterval(() => {
        const part = parts.shift();
        if (part === undefined) clearInterval(timer);
        else response.write(part);
      }, 1);
    });
    const events = await take(eventStream(client(url), '/'), 2);
    expect(events.map(({ data }) => JSON.parse(data))).toEqual(['http://münchen.example/', 'b']);
  });

  it('gives up a connection that is silent for too long', async () => {
    const { url, seen } = await gatewayServer((_, response, nth) =>
      open(response, nth === 2 ? event(1, 'late') : ''),
    );
    const states: string[] = [];
    const options = { silenceMs: 30, onConnection: (state: string) => states.push(state) };
    const [first] = await take(eventStream(client(url), '/', options), 1);
    expect(first?.data).toBe('"late"');
    expect(states).toEqual(['open', 'lost', 'open']);
    expect(seen).toHaveLength(2);
  });

  it('throws where the gateway refuses, at the start and when it comes back', async () => {
    const { url } = await gatewayServer((_, response, nth) => {
      if (nth > 1) return problem(response, 401, 'WEIR_KEY_REVOKED');
      open(response, event(1, 'one'));
      setTimeout(() => response.end(), 10);
    });
    const stream = eventStream(client(url), '/');
    expect((await stream.next()).value).toMatchObject({ data: '"one"' });
    await expect(stream.next()).rejects.toMatchObject({ code: 'WEIR_KEY_REVOKED', status: 401 });
    await expect(take(eventStream(client(url), '/'), 1)).rejects.toMatchObject({ status: 401 });
  });

  it('throws where nobody listens the first time', async () => {
    const stream = eventStream(client('http://127.0.0.1:2'), '/');
    await expect(stream.next()).rejects.toMatchObject({ code: 'WEIR_GATEWAY_UNAVAILABLE' });
  });

  it('ends with its signal, and with whoever reads it', async () => {
    const closed: number[] = [];
    const { url } = await gatewayServer((request, response, nth) => {
      open(response, event(nth, nth));
      request.on('close', () => closed.push(nth));
    });
    const abort = new AbortController();
    const all: string[] = [];
    for await (const { data } of eventStream(client(url), '/', { signal: abort.signal })) {
      all.push(data);
      setTimeout(() => abort.abort(), 10);
    }
    expect(all).toEqual(['1']);
    await take(eventStream(client(url), '/'), 1);
    await expect.poll(() => closed).toEqual([1, 2]);
  });
});

describe('verdictStream', () => {
  it('tells verdicts, stats and gaps apart, and asks for what it is told to', async () => {
    const stats = { at: 'now', perSecond: 1, verdicts: {}, latencyMs: null, lag: null, listeners: 1 };
    const { url, seen } = await gatewayServer((_, response) =>
      open(
        response,
        `event: gap\ndata: {"from":"a"}\n\n${event(7, { id: 'v', verdict: 'malicious' })}event: stats\ndata: ${JSON.stringify(stats)}\n\n`,
      ),
    );
    const options = { verdict: ['malicious', 'suspicious'], rate: 50, stats: true } as const;
    const events = await take<VerdictEvent>(verdictStream(client(url), options), 3);
    expect(events).toEqual([
      { kind: 'gap', from: 'a' },
      { kind: 'verdict', id: '7', verdict: { id: 'v', verdict: 'malicious' } },
      { kind: 'stats', stats },
    ]);
    expect(seen[0]?.url).toBe('/v1/verdicts/stream?verdict=malicious&verdict=suspicious&rate=50&stats=true');
  });

  it('comes back by itself, where it was, after it was cut off for being slow', async () => {
    const { url, seen } = await gatewayServer((_, response, nth) => {
      open(response, event(nth, { id: `v${nth}` }));
      if (nth === 1) response.end('event: end\ndata: {"reason":"slow"}\n\n');
    });
    const events = await take(verdictStream(client(url)), 2);
    expect(events.map((each) => each.kind === 'verdict' && each.verdict.id)).toEqual(['v1', 'v2']);
    expect(seen[1]?.headers['last-event-id']).toBe('1');
  });
});

describe('runEvents', () => {
  it('follows a run to its end, and not beyond', async () => {
    const { url, seen } = await gatewayServer((_, response) => {
      open(response, event(1, { state: 'running' }) + event(2, { state: 'succeeded' }));
      response.end('event: end\ndata: {}\n\n');
    });
    const states: string[] = [];
    for await (const { state } of runEvents(client(url), 'run/1')) states.push(state);
    expect(states).toEqual(['running', 'succeeded']);
    expect(seen.map(({ url: path }) => path)).toEqual(['/v1/runs/run%2F1/events']);
  });
});
