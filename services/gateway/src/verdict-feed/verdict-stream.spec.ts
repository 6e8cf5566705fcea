import { TOPICS } from '@weir/contracts';
import type { RunningService } from '@weir/platform';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventStream, type ReceivedEvent } from '../testing/event-stream.js';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { publishVerdicts, verdictOf, verdictRecord } from '../testing/published-verdicts.js';
import { startReplica } from '../testing/replica.js';

let gateway: GatewayUnderTest;
const streams: EventStream[] = [];
const others: RunningService[] = [];
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close();
  await Promise.all(others.splice(0).map((each) => each.close()));
  await gateway.close();
});

async function listen(
  query = '',
  headers: Record<string, string> = {},
  url = gateway.url,
): Promise<EventStream> {
  const stream = await EventStream.open(`${url}/v1/verdicts/stream${query}`, headers);
  streams.push(stream);
  return stream;
}

/** Another replica: over the same topics, in a group of its own. */
async function secondGateway(): Promise<string> {
  const running = await startReplica(gateway);
  others.push(running);
  return running.url;
}

/** Resolves once the gateway has read so many verdicts. */
async function held(count: number, url = gateway.url): Promise<void> {
  await vi.waitFor(async () => {
    const { verdicts } = await (await fetch(`${url}/v1/verdicts?limit=1000`)).json();
    expect(verdicts.length).toBeGreaterThanOrEqual(Math.min(count, 1_000));
  }, 20_000);
}

const numbersOf = (events: readonly ReceivedEvent[]) =>
  events.map(({ data }) => Number(String(data.id).slice(2)));

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

/** Per site, numbers must rise. */
function expectOrderPerKey(events: readonly ReceivedEvent[]): void {
  const newest = new Map<string, number>();
  for (const { data } of events) {
    const site = new URL(data.url).hostname;
    const number = Number(data.id.slice(2));
    expect(number).toBeGreaterThan(newest.get(site) ?? -1);
    newest.set(site, number);
  }
}

describe('GET /v1/verdicts/stream', () => {
  it('sends each verdict once, as it was written, in the order of its key', async () => {
    const stream = await listen('', { 'accept-encoding': 'gzip, br' });
    expect(stream.status).toBe(200);
    expect(stream.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    await publishVerdicts(gateway.backends.bus, 0, 500);
    const events = await stream.received(500);
    expect(numbersOf(events).toSorted((a, b) => a - b)).toEqual(range(0, 500));
    expectOrderPerKey(events);
    expect(events.find(({ data }) => data.id === 'v-7')?.data).toEqual(verdictOf(7));
    expect(stream.headers['content-encoding']).toBeUndefined();
    expect(stream.text).toMatch(/^retry: 2000\n/);
  });

  it('sends only what was asked for, and the ids pass over the rest', async () => {
    const [malicious, both] = await Promise.all([
      listen('?verdict=malicious'),
      listen('?verdict=malicious,safe&verdict=suspicious'),
    ]);
    await publishVerdicts(gateway.backends.bus, 0, 300);
    await both.received(300);
    const events = await malicious.received(100);
    expect(numbersOf(events).toSorted((a, b) => a - b)).toEqual(range(0, 300).filter((n) => n % 3 === 0));
  });

  it('skips what is no verdict, and mends what would break the frame', async () => {
    const stream = await listen();
    const record = verdictRecord(verdictOf(1));
    const pretty = JSON.stringify(verdictOf(2), null, 2);
    await gateway.backends.bus.publish([
      { ...record, value: 'http://bare.example/' },
      { ...record, value: '{"id":"x","url":"y","verdict":"odd","probability":1}' },
      { ...record, value: null },
      { ...record, value: pretty },
      { ...record, value: JSON.stringify(verdictOf(3, { url: 'http://a.site-1.example/?"\n\ndata: {}' })) },
    ]);
    const events = await stream.received(2);
    expect(events.map(({ data }) => data)).toEqual([
      verdictOf(2),
      verdictOf(3, { url: 'http://a.site-1.example/?"\n\ndata: {}' }),
    ]);
    const metrics = (await gateway.call('GET', '/metrics')).text;
    expect(metrics).toMatch(/weir_feed_records_total\{outcome="skipped"\} 3/);
    expect(metrics).toMatch(/weir_stream_listeners 1/);
  });

  it('resumes exactly on another replica', async () => {
    const first = await listen();
    await publishVerdicts(gateway.backends.bus, 0, 200);
    await first.received(200);
    // Cut in the middle: the client saw 120 events.
    const seen = first.messages.slice(0, 120);
    first.close();
    await publishVerdicts(gateway.backends.bus, 200, 260);
    const url = await secondGateway();
    await held(260, url);
    const second = await listen('', { 'last-event-id': seen.at(-1)?.id ?? '' }, url);
    await publishVerdicts(gateway.backends.bus, 260, 300);
    const rest = await second.received(180);
    expect(numbersOf([...seen, ...rest]).toSorted((a, b) => a - b)).toEqual(range(0, 300));
    expectOrderPerKey([...seen, ...rest]);
    expect(second.named('gap')).toEqual([]);
  });

  it('resumes on a replica that is behind without sending anything twice', async () => {
    const first = await listen();
    await publishVerdicts(gateway.backends.bus, 0, 200);
    const seen = [...(await first.received(200))];
    first.close();
    // It begins to read now.
    const url = await secondGateway();
    const second = await listen(`?lastEventId=${first.lastEventId}`, {}, url);
    await publishVerdicts(gateway.backends.bus, 200, 230);
    const rest = await second.received(30);
    expect(numbersOf([...seen, ...rest]).toSorted((a, b) => a - b)).toEqual(range(0, 230));
  });

  it('goes on where a listener was that saw nothing yet', async () => {
    await publishVerdicts(gateway.backends.bus, 0, 100);
    await held(100);
    const silent = await listen();
    await vi.waitFor(() => expect(silent.lastEventId).not.toBe(''));
    silent.close();
    await publishVerdicts(gateway.backends.bus, 100, 110);
    const stream = await listen('', { 'last-event-id': silent.lastEventId });
    expect(numbersOf(await stream.received(10)).toSorted((a, b) => a - b)).toEqual(range(100, 110));
  });

  it('gets a listener that missed much through what is held, however little its socket takes at a time', async () => {
    const silent = await listen();
    await vi.waitFor(() => expect(silent.lastEventId).toBe('.'));
    silent.close();
    const url = `http://a.site-1.example/${'x'.repeat(4_000)}`;
    const numbers = range(0, 1_500);
    await gateway.backends.bus.publish(numbers.map((number) => verdictRecord(verdictOf(number, { url }))));
    await held(1_000);
    const stream = await listen('', { 'last-event-id': silent.lastEventId });
    await publishVerdicts(gateway.backends.bus, 1_500, 1_550);
    expect(numbersOf(await stream.received(1_550)).toSorted((a, b) => a - b)).toEqual(range(0, 1_550));
    expect(stream.named('gap')).toEqual([]);
  });

  it('sends nobody what was in the topic before the gateway began', async () => {
    await publishVerdicts(gateway.backends.bus, 0, 3_000);
    const url = await secondGateway();
    const stream = await listen('', {}, url);
    await held(1_000, url);
    await publishVerdicts(gateway.backends.bus, 3_000, 3_050);
    expect(numbersOf(await stream.received(50)).toSorted((a, b) => a - b)).toEqual(range(3_000, 3_050));
  });

  it('samples evenly where a rate is asked for, and tells the whole in its statistics', async () => {
    const stream = await listen('?rate=10&stats=true');
    await publishVerdicts(gateway.backends.bus, 0, 1_000);
    await vi.waitFor(
      () => expect(stream.named('stats').some(({ data }) => data.perSecond > 0)).toBe(true),
      10_000,
    );
    expect(stream.messages.length).toBeGreaterThan(0);
    expect(stream.messages.length).toBeLessThanOrEqual(10 * (stream.named('stats').length + 2));
    const stats = stream.named('stats').find(({ data }) => data.perSecond > 0)?.data;
    expect(stats).toMatchObject({ latencyMs: { p50: 120, p99: 120 }, listeners: 1 });
    const { malicious, suspicious, safe } = stats.verdicts;
    expect(Math.abs(malicious + suspicious + safe - stats.perSecond)).toBeLessThanOrEqual(2);
  });

  it('tells how many URLs wait for inference', async () => {
    const stream = await listen('?stats=true');
    await gateway.backends.bus.publish([
      { topic: TOPICS.urlsSubmitted.name, key: 'a', value: '{"url":"http://a.example/"}' },
    ]);
    await vi.waitFor(() => expect(stream.named('stats').at(-1)?.data.lag).toBe(1), 10_000);
  });

  it('answers HEAD with the headers alone, and refuses what it does not know', async () => {
    const head = await fetch(`${gateway.url}/v1/verdicts/stream`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    for (const query of ['verdict=odd', 'rate=0', 'rate=x', 'stats=maybe', 'page=1'])
      expect((await gateway.call('GET', `/v1/verdicts/stream?${query}`)).status).toBe(400);
  });

  it('ends streams in order when the gateway closes', async () => {
    const url = await secondGateway();
    const stream = await listen('', {}, url);
    await others.splice(0)[0]?.close();
    await stream.closed();
    expect(stream.named('end').map(({ data }) => data)).toEqual([{ reason: 'shutdown' }]);
  });
});

describe('bounds', () => {
  it('tells of a gap where what was missed is no longer held', async () => {
    await gateway.close();
    gateway = await startGateway({ WEIR_RECENT_VERDICTS: '100' });
    const first = await listen();
    await publishVerdicts(gateway.backends.bus, 0, 50);
    await first.received(50);
    first.close();
    await publishVerdicts(gateway.backends.bus, 50, 1_050);
    await vi.waitFor(async () => {
      const { text } = await gateway.call('GET', '/metrics');
      expect(text).toMatch(/weir_feed_records_total\{outcome="kept"\} 1050/);
    }, 10_000);
    const second = await listen('', { 'last-event-id': first.lastEventId });
    await second.received(100);
    expect(second.named('gap')).toHaveLength(1);
    expect(second.events[0]?.event).toBe('gap');
    expect(second.events[0]?.data.from).toBe(second.events[0]?.id);
    expectOrderPerKey(second.messages);
  });

  it('has so many listeners and no more', async () => {
    await gateway.close();
    gateway = await startGateway({ WEIR_STREAM_LISTENERS: '2' });
    const first = await listen();
    await listen();
    const refused = await gateway.call('GET', '/v1/verdicts/stream');
    expect([refused.status, refused.json.code]).toEqual([503, 'WEIR_OVERLOADED']);
    expect(refused.headers.get('retry-after')).not.toBeNull();
    first.close();
    await vi.waitFor(async () => expect((await listen()).status).toBe(200), 5_000);
  });
});

describe('keys', () => {
  const made = async (name: string, scopes: readonly string[], by = '') =>
    (await gateway.call('POST', '/v1/keys', { name, scopes }, by === '' ? {} : { 'x-api-key': by })).json;

  it('end their streams when they are revoked, and have so many and no more', async () => {
    await gateway.close();
    gateway = await startGateway({ WEIR_STREAM_LISTENERS_PER_KEY: '2' });
    const root = await made('root', ['admin', 'read']);
    const other = await made('other', ['read'], root.key);
    const [one, two, kept] = await Promise.all([
      listen('', { 'x-api-key': other.key }),
      listen('', { 'x-api-key': other.key }),
      listen('', { 'x-api-key': root.key }),
    ]);
    expect([one.status, two.status, kept.status]).toEqual([200, 200, 200]);
    const third = await gateway.call('GET', '/v1/verdicts/stream', undefined, { 'x-api-key': other.key });
    expect([third.status, third.json.code]).toEqual([429, 'WEIR_RATE_LIMITED']);
    expect(third.headers.get('retry-after')).toBe('10');
    await gateway.call('DELETE', `/v1/keys/${other.id}`, undefined, { 'x-api-key': root.key });
    await Promise.all([one.closed(), two.closed()]);
    expect(one.named('end').map(({ data }) => data)).toEqual([{ reason: 'revoked' }]);
    expect(kept.isClosed).toBe(false);
    expect((await listen()).status).toBe(401);
  });
});
