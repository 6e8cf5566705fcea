import { writeSync } from 'node:fs';
import { brokersUnderTest } from '../brokers/brokers-under-test.js';
import { PlatformaticEventBus } from './platformatic-event-bus.js';

// Started by the test of exactly once, which kills it: copies a topic to another, and writes a line for each batch.
const {
  WEIR_TEST_INPUT: input = '',
  WEIR_TEST_OUTPUT: output = '',
  WEIR_TEST_GROUP: group = '',
} = process.env;

const bus = new PlatformaticEventBus({
  brokers: brokersUnderTest(),
  clientId: `member-${process.pid}`,
  sessionTimeoutMs: 6_000,
});
await bus.subscribe(
  { group, topics: [input], from: 'earliest', delivery: 'exactly-once', maxBatchRecords: 10 },
  async ({ records, publish }) => {
    await publish(records.map(({ key, value }) => ({ topic: output, key, value })));
    writeSync(1, 'batch\n');
  },
);
