import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { openStateFolder } from '../../state-folder/index.js';
import { until } from '../../testing/event-bus-contract/scope.js';
import { typescriptProcess } from '../../testing/typescript-process.js';
import type { EventRecord } from '../event-bus.js';
import { EmbeddedEventBus } from './index.js';

const PUBLISHER = new URL('./publisher.process.ts', import.meta.url).pathname;
const KILLS = 5;
const PARTITIONS = [0, 1];

interface Life {
  /** Acknowledged numbers, by partition. */
  readonly acknowledged: number[][];
  /** First offsets of the batches handed over, by partition. */
  readonly handed: number[][];
}

/** Lets a publisher live until it has acknowledged a random number of records, then kills it in the middle. */
async function liveAndDie(folder: string, next: number): Promise<Life> {
  const child = typescriptProcess(PUBLISHER, { WEIR_TEST_FOLDER: folder, WEIR_TEST_NEXT: String(next) });
  const life: Life = { acknowledged: [[], []], handed: [[], []] };
  const lifeSpan = 20 + Math.floor(Math.random() * 400);
  let acknowledgements = 0;
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout! })) {
    const [kind, partition, number] = line.split(' ');
    (kind === 'p' ? life.acknowledged : life.handed)[Number(partition)]?.push(Number(number));
    if (kind === 'p' && ++acknowledgements === lifeSpan) child.kill('SIGKILL');
  }
  await exited;
  return life;
}

async function readAll(bus: EmbeddedEventBus, group: string): Promise<EventRecord[]> {
  const records: EventRecord[] = [];
  const subscription = await bus.subscribe({ group, topics: ['crash'], from: 'earliest' }, async (batch) => {
    records.push(...batch.records);
  });
  await until('everything is read', async () =>
    (await bus.lag(group, ['crash'])).every(({ lag }) => lag === 0n),
  );
  await subscription.close();
  return records;
}

describe('the embedded bus, killed hard', { timeout: 180_000 }, () => {
  const path = mkdtempSync(join(tmpdir(), 'weir-crash-'));
  afterAll(() => rmSync(path, { recursive: true }));

  it(`keeps what it acknowledged, in order, through ${KILLS} kills, and groups go on from their commits`, async () => {
    const lives: Life[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) lives.push(await liveAndDie(path, kill * 1_000_000));
    const folder = await openStateFolder(path);
    const bus = EmbeddedEventBus.open(folder);
    const records = await readAll(bus, 'auditors');

    for (const partition of PARTITIONS) {
      const inLog = records.filter((record) => record.partition === partition);
      const numbers = inLog.map(({ value }) => Number(value));
      const acknowledged = lives.flatMap((life) => life.acknowledged[partition] ?? []);
      expect(acknowledged.length).toBeGreaterThan(0);
      expect(acknowledged.filter((number) => !numbers.includes(number))).toEqual([]);
      // Two publishers share partition 0, so acknowledgements may cross; numbers are given in order of publishing.
      expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(inLog.map(({ offset }) => Number(offset))).toEqual(inLog.map((_, index) => index));
    }

    const rest = await readAll(bus, 'readers');
    for (const partition of PARTITIONS) {
      // A batch is handed over when the one before is committed: each life begins at or after the last life's last.
      const starts = lives
        .map((life) => life.handed[partition] ?? [])
        .filter((offsets) => offsets.length > 0);
      for (const [index, offsets] of starts.entries()) {
        expect(offsets).toEqual(offsets.toSorted((left, right) => left - right));
        expect(offsets[0]).toBeGreaterThanOrEqual(starts[index - 1]?.at(-1) ?? 0);
      }
      const remaining = rest.filter((record) => record.partition === partition);
      expect(Number(remaining[0]?.offset ?? Number.MAX_SAFE_INTEGER)).toBeGreaterThanOrEqual(
        starts.at(-1)?.at(-1) ?? 0,
      );
    }
    await bus.close();
    await folder.close();
  });
});
