import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { mendKafkajs, withEnd } from '../client/kafkajs-mends.js';

const require = createRequire(import.meta.url);

describe('connections-polling-an-empty-queue', () => {
  const queue = () => {
    mendKafkajs();
    const RequestQueue = require('kafkajs/src/network/requestQueue/index.js');
    const logger = { debug: () => {} };
    return new RequestQueue({ maxInFlightRequests: null, requestTimeout: 1_000, logger });
  };

  it('sets no timer while nothing waits', () => {
    const idle = queue();
    idle.scheduleCheckPendingRequests();
    expect(idle.throttleCheckTimeoutId).toBeNull();
  });

  it('looks again when a request waits for the end of a throttle', () => {
    const throttled = queue();
    throttled.throttledUntil = Date.now() + 60_000;
    throttled.pending = [{}];
    throttled.scheduleCheckPendingRequests();
    expect(throttled.throttleCheckTimeoutId).not.toBeNull();
    throttled.destroy();
  });
});

describe('consumers-stuck-at-emptied-batches', () => {
  const batch = (lastOffsetDelta: number, offsets: readonly string[]) => ({
    firstOffset: '100',
    lastOffsetDelta,
    records: offsets.map((offset) => ({ offset, isControlRecord: false })),
  });

  it('marks the end of a batch that lost all records', () => {
    expect(withEnd(batch(4, [])).records).toMatchObject([{ offset: '104', isControlRecord: true }]);
  });

  it('marks the end of a batch that lost its last records', () => {
    expect(withEnd(batch(4, ['100', '102'])).records.map(({ offset }) => offset)).toEqual([
      '100',
      '102',
      '104',
    ]);
  });

  it('leaves a whole batch alone', () => {
    const whole = batch(1, ['100', '101']);
    expect(withEnd(whole)).toBe(whole);
  });
});
