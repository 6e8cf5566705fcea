import { open } from 'lmdb';
import { EmbeddedDocuments } from './embedded-documents.js';

// Started by a test: writes for ever, says each id once it is acknowledged, and is killed.
const root = open({
  path: process.env.WEIR_TEST_FOLDER ?? '',
  maxDbs: 4,
  overlappingSync: false,
  eventTurnBatching: false,
});
const runs = await new EmbeddedDocuments(root).collection<{ state: string; n: number }>({
  name: 'runs',
  indexes: [{ field: 'state' }, { field: 'n', unique: true }],
});
for (let n = 0; ; n++) {
  const { revision } = await runs.insert(`run-${n}`, { state: 'queued', n });
  await runs.replace(`run-${n}`, { state: 'done', n }, revision);
  console.log(`run-${n}`);
}
