import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Publisher } from './publisher.js';
import type { Envelope } from './send-planner.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const RECORD = { topic: 't', key: 'k', value: Buffer.from('v') };

/** One whose sends are acknowledged when the test says so. */
function publisherOf() {
  let acknowledge: () => void = () => undefined;
  const acknowledged = new Promise<void>((resolve) => {
    acknowledge = resolve;
  });
  const send = vi.fn(() => acknowledged);
  const address = async () => [{ place: { topic: 't', partition: 0 }, bytes: 1 } as unknown as Envelope];
  const publisher = new Publisher({ send }, { address }, { of: () => 1_000 }, 30_000);
  return { publisher, send, acknowledge };
}

it('waits 3 s for a broker that hangs when it closes, and no longer', async () => {
  const { publisher, send } = publisherOf();
  const published = vi.fn();
  void publisher.publish([RECORD]).then(published, published);
  await vi.advanceTimersByTimeAsync(0);
  expect(send).toHaveBeenCalledTimes(1);
  const closed = vi.fn();
  void publisher.close().then(closed);
  await vi.advanceTimersByTimeAsync(2_999);
  expect(closed).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(closed).toHaveBeenCalled();
  // Nobody was told that it is there.
  expect(published).not.toHaveBeenCalled();
});

it('closes as soon as what is under way is acknowledged, and takes no more', async () => {
  const { publisher, acknowledge } = publisherOf();
  const published = publisher.publish([RECORD]);
  await vi.advanceTimersByTimeAsync(0);
  const closed = publisher.close();
  await expect(publisher.publish([RECORD])).rejects.toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
  acknowledge();
  await published;
  await closed;
});
