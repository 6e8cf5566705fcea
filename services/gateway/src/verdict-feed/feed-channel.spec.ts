import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SseConnection } from '../sse/sse-connection.js';
import { verdictOf } from '../testing/published-verdicts.js';
import { FeedChannel, isSampled } from './feed-channel.js';
import { StreamPositions } from './stream-positions.js';
import { VerdictRing } from './verdict-ring.js';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** A ring of so many records, all of one partition. */
function ringOf(count: number): VerdictRing {
  const ring = new VerdictRing(count, 1_000 * count);
  for (let offset = 0; offset < count; offset += 1)
    ring.append(Buffer.from(JSON.stringify(verdictOf(offset))), {
      partition: 0,
      offset,
      verdict: offset % 3,
    });
  return ring;
}

function listening(channel: FeedChannel): Buffer[] {
  const sent: Buffer[] = [];
  const connection = {
    send: (frames: Buffer) => {
      sent.push(frames);
      return true;
    },
  };
  channel.listeners.add(connection as SseConnection);
  return sent;
}

const numbersIn = (frames: readonly Buffer[]) =>
  [
    ...Buffer.concat(frames)
      .toString()
      .matchAll(/"id":"v-(\d+)"/g),
  ].map(([, number]) => Number(number));

it('writes what many listeners get once', () => {
  const channel = new FeedChannel({ verdicts: 0b001 });
  const [one, other] = [listening(channel), listening(channel)];
  channel.send(ringOf(30), new StreamPositions(), 0, 30);
  expect(numbersIn(one)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27]);
  expect(one).toHaveLength(1);
  expect(other[0]).toBe(one[0]);
  expect(String(one[0])).toMatch(/^id: 1\ndata: \{"id":"v-0".*\}\n\nid: 4\ndata: \{"id":"v-3"/);
});

it('sends a rate and no more, evenly from all there is', () => {
  const channel = new FeedChannel({ verdicts: 0b111, rate: 10 });
  const sent = listening(channel);
  const ring = ringOf(400);
  channel.send(ring, new StreamPositions(), 0, 100);
  const first = numbersIn(sent);
  expect(first).toEqual([9, 19, 29, 39, 49, 59, 69, 79, 89, 99]);
  channel.send(ring, new StreamPositions([100]), 100, 200);
  expect(numbersIn(sent)).toHaveLength(10);
  vi.setSystemTime(500);
  channel.send(ring, new StreamPositions([200]), 200, 300);
  expect(numbersIn(sent)).toHaveLength(15);
  vi.setSystemTime(60_000);
  channel.send(ring, new StreamPositions([300]), 300, 400);
  expect(numbersIn(sent)).toHaveLength(25);
});

it('samples exactly so many of any number', () => {
  for (const [sent, count] of [
    [0, 7],
    [3, 7],
    [7, 7],
    [1, 1_000],
  ] as const) {
    const chosen = Array.from({ length: count }, (_, index) => isSampled(index, sent, count)).filter(Boolean);
    expect(chosen).toHaveLength(sent);
  }
});
