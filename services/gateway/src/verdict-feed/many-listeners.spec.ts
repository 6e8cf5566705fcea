import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EventStream } from '../testing/event-stream.js';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { publishVerdicts, verdictOf, verdictRecord } from '../testing/published-verdicts.js';

const LISTENERS = 500;
const VERDICTS = 300;
/** More than a listener may be behind together with what the kernel takes for it. */
const FLOOD = 6_000;
const FAT = 'x'.repeat(10_000);

let gateway: GatewayUnderTest;
const streams: EventStream[] = [];
const sockets: Socket[] = [];
beforeEach(async () => {
  gateway = await startGateway();
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close();
  for (const socket of sockets.splice(0)) socket.destroy();
  await gateway.close();
});

async function listen(query = ''): Promise<EventStream> {
  const stream = await EventStream.open(`${gateway.url}/v1/verdicts/stream${query}`);
  streams.push(stream);
  return stream;
}

/** Asks for the stream and never reads a byte of it. */
async function deafListener(): Promise<Socket> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  socket.on('error', () => undefined);
  socket.pause();
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(`GET /v1/verdicts/stream HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
  return socket;
}

async function metric(name: string): Promise<number> {
  const { text } = await gateway.call('GET', '/metrics');
  return Number(new RegExp(`^weir_${name} (\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN);
}

it('sends 500 listeners each verdict once, in the order of its key', async () => {
  for (let batch = 0; batch < LISTENERS; batch += 100)
    await Promise.all(Array.from({ length: 100 }, () => listen()));
  expect(await metric('stream_listeners')).toBe(LISTENERS);
  await publishVerdicts(gateway.backends.bus, 0, VERDICTS);
  const expected = Array.from({ length: VERDICTS }, (_, index) => `v-${index}`).toSorted();
  for (const stream of streams) {
    const events = await stream.received(VERDICTS);
    expect(events.map(({ data }) => data.id).toSorted()).toEqual(expected);
    // All on one site of a test are numbered upwards.
    const numbers = events
      .filter(({ data }) => new URL(data.url).hostname === 'login.site-7.example')
      .map(({ data }) => Number(data.id.slice(2)));
    expect(numbers).toEqual([7, 57, 107, 157, 207, 257]);
  }
}, 60_000);

it('drops who does not read, and nobody else misses anything', async () => {
  const quick = await listen();
  await Promise.all([deafListener(), deafListener()]);
  await vi.waitFor(async () => expect(await metric('stream_listeners')).toBe(3), 5_000);
  for (let from = 0; from < FLOOD; from += 500) {
    const numbers = Array.from({ length: 500 }, (_, index) => from + index);
    await gateway.backends.bus.publish(
      numbers.map((number) =>
        verdictRecord(verdictOf(number, { url: `http://a.site-${number % 50}.example/${FAT}` })),
      ),
    );
    await quick.received(from + 500);
  }
  await vi.waitFor(async () => expect(await metric('stream_dropped_total')).toBe(2), 20_000);
  expect(await metric('stream_listeners')).toBe(1);
  expect(new Set(quick.messages.map(({ data }) => data.id)).size).toBe(FLOOD);
  expect(quick.isClosed).toBe(false);
}, 60_000);
