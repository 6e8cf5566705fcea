import { writeSync } from 'node:fs';
import type { TopicSpec } from '@weir/contracts';
import { openStateFolder } from '../../state-folder/index.js';
import { EmbeddedEventBus } from './index.js';

// Started by the crash test, which kills it: publishes numbered records, a few at a time from several publishers, and
// consumes them in a group. Writes `p <number>` for each acknowledged record, `c <number>` for each committed one.
const topic: TopicSpec = {
  name: 'crash',
  partitions: 2,
  retentionMs: null,
  cleanup: 'delete',
  key: 'any',
  description: 'Records of the crash test',
  eventType: 'weir.crash.v1',
};
const say = (line: string) => writeSync(1, `${line}\n`);

const folder = await openStateFolder(process.env.WEIR_TEST_FOLDER ?? '');
const bus = EmbeddedEventBus.open(folder);
await bus.ensureTopics([topic]);
await bus.subscribe(
  { group: 'readers', topics: [topic.name], from: 'earliest', maxBatchRecords: 20 },
  async ({ partition, records }) => {
    // Called for the next batch only when this partition's last one is committed.
    say(`h ${partition} ${records[0]?.offset}`);
  },
);

let next = Number(process.env.WEIR_TEST_NEXT);
const publishForEver = async (partition: number) => {
  for (;;) {
    const numbers = [next++, next++, next++];
    await bus.publish(
      numbers.map((number) => ({ topic: topic.name, key: null, value: String(number), partition })),
    );
    for (const number of numbers) say(`p ${partition} ${number}`);
  }
};
await Promise.all([publishForEver(0), publishForEver(1), publishForEver(0)]);
