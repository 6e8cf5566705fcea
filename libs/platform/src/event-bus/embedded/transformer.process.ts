import { writeSync } from 'node:fs';
import { openStateFolder } from '../../state-folder/index.js';
import { EmbeddedEventBus } from './index.js';

// Started by the test of exactly once, which kills it: for each record of `in`, one of `out-a` and one of `out-b`, each
// with the place of its input. One batch in five fails after it has published. Writes a line at each step, for the
// test to choose its moment by.
const FAILS = 5;
const folder = await openStateFolder(process.env.WEIR_TEST_FOLDER ?? '');
const bus = EmbeddedEventBus.open(folder);
let batches = Number(process.env.WEIR_TEST_SEED);
await bus.subscribe(
  { group: 'transformers', topics: ['in'], from: 'earliest', maxBatchRecords: 7, delivery: 'exactly-once' },
  async ({ partition, records, publish }) => {
    writeSync(1, 'begun\n');
    for (const topic of ['out-a', 'out-b']) {
      await publish(records.map(({ key, offset }) => ({ topic, key, value: `${partition}:${offset}` })));
    }
    batches += 1;
    if (batches % FAILS === 0) throw new Error('after it has published');
    writeSync(1, 'ended\n');
  },
);
