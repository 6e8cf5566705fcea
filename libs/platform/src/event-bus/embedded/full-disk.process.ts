import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isWeirError } from '../../errors/index.js';
import { openStateFolder } from '../../state-folder/index.js';
import { topicSpec } from '../../testing/event-bus-contract/scope.js';
import { EmbeddedEventBus } from './index.js';

// Started by the test of a full disk: publishes until it was refused several times and then acknowledged again. Writes
// `acknowledged <number>` or `refused <code> <code of check>` for each attempt. lmdb itself reports failed commits on
// stderr, which says nothing here.
console.error = () => {};
const RECORD_BYTES = 20_000;
const MORE = 10;
const say = (line: string) => writeSync(1, `${line}\n`);
const codeOf = (error: unknown) => (isWeirError(error) ? error.code : String(error));

const folder = await openStateFolder(process.env.WEIR_TEST_FOLDER ?? '');
const bus = EmbeddedEventBus.open(folder);
const topic = { ...topicSpec({ retentionMs: null }), name: 'full-disk' };
await bus.ensureTopics([topic]);

let refused = 0;
let since = 0;
for (let number = 0; refused === 0 || since < MORE; number += 1) {
  try {
    const value = String(number).padEnd(RECORD_BYTES);
    await bus.publish([{ topic: topic.name, key: null, value }]);
    say(`acknowledged ${number}`);
    since += 1;
  } catch (error) {
    const check = await bus.check().then(() => 'fine', codeOf);
    say(`refused ${codeOf(error)} ${check}`);
    refused += 1;
    since = 0;
    await sleep(20);
  }
}
await bus.close();
await folder.close();
