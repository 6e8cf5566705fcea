import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { mendKafkajs } from '../client/kafkajs-mends.js';

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

describe('buffers-filled-with-zeros', () => {
  it('grows to what is written, and keeps it', () => {
    mendKafkajs();
    const Encoder = require('kafkajs/src/protocol/encoder.js');
    const parts = [3, 600, 70_000, 1].map((length, index) => Buffer.alloc(length, index + 1));
    const encoder = new Encoder();
    for (const part of parts) encoder.writeBuffer(part);
    expect(encoder.buffer).toEqual(Buffer.concat(parts));
  });
});
