import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStateFolder } from '../../state-folder/index.js';
import { range, topicSpec, until, valuesOf } from '../../testing/event-bus-contract/scope.js';
import { typescriptProcess } from '../../testing/typescript-process.js';
import type { EventRecord } from '../event-bus.js';
import { EmbeddedEventBus } from './index.js';

const TRANSFORMER = new URL('./transformer.process.ts', import.meta.url).pathname;
const KILLS = 10;
const SEED = 20_260_131;
const PARTITIONS = 3;
const RECORDS = 4_000;
const MOST_STEPS = 120;
const MOST_DELAY_US = 3_000;

/** Numbers from 0 to 1, the same for the same seed (the minimal standard generator of Park and Miller, 1988). */
function* numbersFrom(seed: number): Generator<number, never> {
  for (let state = seed % 2_147_483_647; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/** Lets a transformer come so many steps far and a moment further, then kills it. */
async function transformAndDie(folder: string, seed: number, steps: number, delayUs: number): Promise<void> {
  const child = typescriptProcess(TRANSFORMER, { WEIR_TEST_FOLDER: folder, WEIR_TEST_SEED: String(seed) });
  const exited = once(child, 'exit');
  let seen = 0;
  for await (const _ of createInterface({ input: child.stdout! })) {
    seen += 1;
    if (seen !== steps) continue;
    const moment = performance.now() + delayUs / 1_000;
    while (performance.now() < moment);
    child.kill('SIGKILL');
  }
  await exited;
  expect(seen).toBeGreaterThanOrEqual(steps);
}

/** What a reader finds in the topics, and the offset that each partition of the input stands at. */
async function audit(folder: string): Promise<{ outputs: Map<string, EventRecord[]>; positions: number[] }> {
  const state = await openStateFolder(folder);
  const bus = EmbeddedEventBus.open(state);
  const lags = await bus.lag('transformers', ['in']);
  const outputs = new Map<string, EventRecord[]>();
  const group = crypto.randomUUID();
  for (const topic of ['out-a', 'out-b']) {
    const records: EventRecord[] = [];
    await bus.subscribe({ group, topics: [topic], from: 'earliest' }, async (batch) => {
      records.push(...batch.records);
    });
    await until('everything is read', async () =>
      (await bus.lag(group, [topic])).every(({ lag }) => lag === 0n),
    );
    outputs.set(topic, records);
  }
  await bus.close();
  await state.close();
  return { outputs, positions: lags.map(({ lag }) => RECORDS - Number(lag)) };
}

describe('the embedded bus exactly once, killed hard', { timeout: 300_000 }, () => {
  const path = mkdtempSync(join(tmpdir(), 'weir-exactly-'));
  const inputs = Array.from({ length: PARTITIONS }, (_, partition) => partition);
  afterAll(() => rmSync(path, { recursive: true }));

  beforeAll(async () => {
    const state = await openStateFolder(path);
    const bus = EmbeddedEventBus.open(state);
    const spec = topicSpec({ partitions: PARTITIONS, retentionMs: null });
    await bus.ensureTopics(['in', 'out-a', 'out-b'].map((name) => ({ ...spec, name })));
    await bus.publish(
      inputs.flatMap((partition) =>
        range(0, RECORDS).map((value) => ({ topic: 'in', key: `key-${partition}`, value, partition })),
      ),
    );
    await bus.close();
    await state.close();
  });

  it(`has both the outputs and the offset, or neither, after each of ${KILLS} kills`, async () => {
    const numbers = numbersFrom(SEED);
    const moved: number[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const steps = 1 + Math.floor(numbers.next().value * MOST_STEPS);
      await transformAndDie(path, kill, steps, numbers.next().value * MOST_DELAY_US);
      const { outputs, positions } = await audit(path);
      moved.push(positions.reduce((total, position) => total + position, 0));
      for (const records of outputs.values()) {
        for (const input of inputs) {
          const values = valuesOf(records).filter((value) => value.startsWith(`${input}:`));
          expect(values).toEqual(range(0, positions[input] ?? -1).map((offset) => `${input}:${offset}`));
        }
      }
    }
    // Each life began where the last one had come to, and the work was not done before the kills were.
    expect(moved).toEqual(moved.toSorted((left, right) => left - right));
    expect(moved.at(-1)).toBeGreaterThan(moved[0] ?? 0);
    expect(moved.at(-1)).toBeLessThan(PARTITIONS * RECORDS);
  });
});
