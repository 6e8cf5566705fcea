import type { EventBus, Logger, Subscription } from '@weir/platform';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunFollowers } from '../runs/run-followers.js';
import { FeedSubscription } from './feed-subscription.js';
import type { VerdictFeed } from './verdict-feed.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Over a bus that subscribes when the test says so, and whose subscriptions close when it says so. */
function feedOf() {
  let subscribe: (subscription: Subscription) => void = () => undefined;
  const subscribed = new Promise<Subscription>((resolve) => {
    subscribe = resolve;
  });
  let leave: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const close = vi.fn(() => left);
  const bus = { ensureTopics: async () => undefined, lag: async () => [], subscribe: () => subscribed };
  const feed = new FeedSubscription(
    bus as unknown as EventBus,
    { info: () => undefined, warn: () => undefined } as unknown as Logger,
    { log: { begin: () => undefined } } as unknown as VerdictFeed,
    {} as RunFollowers,
  );
  feed.onApplicationBootstrap();
  return { feed, close, leave, subscribe: () => subscribe({ close }) };
}

it('leaves while the rest of the service ends, which waits for it at the last', async () => {
  const { feed, subscribe, close, leave } = feedOf();
  subscribe();
  await vi.advanceTimersByTimeAsync(0);
  expect(feed.beforeApplicationShutdown()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(0);
  expect(close).toHaveBeenCalledTimes(1);
  const ended = vi.fn();
  void feed.onApplicationShutdown().then(ended);
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).not.toHaveBeenCalled();
  leave();
  await vi.advanceTimersByTimeAsync(0);
  expect(ended).toHaveBeenCalled();
});

it('waits no longer than 3 s for a subscription that a broker holds up, and closes it when it comes', async () => {
  const { feed, subscribe, close } = feedOf();
  await vi.advanceTimersByTimeAsync(0);
  feed.beforeApplicationShutdown();
  const ended = vi.fn();
  void feed.onApplicationShutdown().then(ended);
  await vi.advanceTimersByTimeAsync(2_999);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalled();
  subscribe();
  await vi.advanceTimersByTimeAsync(0);
  expect(close).toHaveBeenCalledTimes(1);
});
