import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { InferenceProcess } from './pressure/inference-process.js';
import { StreamClient } from './pressure/stream-client.js';
import { until } from './processes.js';

const PARTITIONS = 12;
/** Resident memory that one inference process stays under, whatever comes. */
const MEMORY_MIB = 512;
const MIB = 1_048_576;
/** Time enough for a process that reads on to fill its memory. */
const BLOCKED_MS = 5_000;
const PATIENCE = { timeout: 90_000, interval: 200 };
/** A million takes a minute or two on a quiet machine. */
const TINY = Number(process.env.WEIR_TEST_TINY ?? 100_000);

const OWN = randomUUID().slice(0, 8);
const json = (id: string, url = 'http://a.example/') => JSON.stringify({ id, url });

let inference: InferenceProcess;
let stream: StreamClient;

beforeAll(async () => {
  inference = await InferenceProcess.start();
  stream = await StreamClient.open();
  // What an earlier run that was killed left behind.
  await stream.configure('urls.verdicts', {});
});

afterEach(() => stream?.configure('urls.verdicts', {}));

afterAll(async () => {
  await stream?.close();
  await inference?.stop();
});

/** Waits until so many ids that begin so have a verdict. */
async function answers(prefix: string, count: number, timeout = PATIENCE.timeout): Promise<void> {
  await vi.waitFor(() => expect(stream.answered(prefix)).toBe(count), { ...PATIENCE, timeout });
}

/** One record for each partition, answered: none of them stands still. */
async function allPartitionsAnswer(name: string, except: readonly number[] = []): Promise<void> {
  const partitions = Array.from({ length: PARTITIONS }, (_, index) => index).filter(
    (each) => !except.includes(each),
  );
  const prefix = `${OWN}-${name}-`;
  await stream.publish(partitions.map((partition) => ({ partition, value: json(`${prefix}${partition}`) })));
  await answers(prefix, partitions.length);
}

const drained = () => until('the end of the lag', async () => (await inference.lag()) === 0);

/** What producers have sent to streams like this one. */
const POISON: readonly (Buffer | string | null)[] = [
  null,
  '',
  ' \r\n',
  Buffer.from([0xff, 0xfe, 0x00, 0x41]),
  Buffer.from([0x00, 0x00, 0x00, 0x00, 0x07, 0x02, 0x61]),
  Buffer.alloc(200_000, 0xaa),
  '{',
  '{"url":',
  '{"url":7}',
  '{"url":["a.example"]}',
  '{"url":null}',
  '{"id":"without"}',
  '{"url":""}',
  '{"url":"a.example","id":7}',
  `{"url":"a.example","id":"${'i'.repeat(300)}"}`,
  '{"url":"a.example","submittedAt":"yesterday"}',
  '[]',
  '["a.example"]',
  '42',
  'null',
  '"a.example"',
  `${'['.repeat(100_000)}`,
  `{"url":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  'ftp://files.example/',
  'javascript:alert(1)',
  'two words.example',
  'http://',
  `http://a.example/${'x'.repeat(65_536)}`,
];

describe('poison', () => {
  it('is set aside byte for byte wherever it lies, and everything else is answered once', async () => {
    const prefix = `${OWN}-good-`;
    const marked = POISON.map((value, index) => ({ key: `${OWN}-poison-${index}`, value }));
    const good = Array.from({ length: 3_000 }, (_, index) => ({
      key: `k${index % 200}`,
      value: json(`${prefix}${index}`, `http://host${index}.example/`),
    }));
    const mixed = good.flatMap((each, index) =>
      index % 50 === 0 ? [each, ...marked.slice(index / 50, index / 50 + 1)] : [each],
    );
    await stream.publish(mixed);
    const ours = () => stream.rejected.filter(({ key }) => String(key).startsWith(`${OWN}-poison-`));
    await answers(prefix, good.length);
    await vi.waitFor(() => expect(ours().length).toBeGreaterThanOrEqual(POISON.length), PATIENCE);
    expect(ours()).toHaveLength(POISON.length);
    for (const [index, value] of POISON.entries()) {
      const found = ours().find(({ key }) => String(key) === `${OWN}-poison-${index}`);
      expect(found?.value ?? Buffer.alloc(0)).toEqual(Buffer.from(value ?? ''));
      expect(found?.headers.error?.length).toBeGreaterThan(0);
    }
    const times = [...stream.verdictIds].filter(([id]) => id.startsWith(prefix)).map(([, count]) => count);
    expect(new Set(times)).toEqual(new Set([1]));
  });
});

describe('records at the bounds of size', () => {
  it('just under the broker’s 1 MiB is set aside, just over never comes in, and the partition goes on', async () => {
    const key = `${OWN}-huge`;
    // The record batch around it has less than 200 bytes.
    const under = Buffer.alloc(MIB - 200, 0x61);
    await stream.publish([{ key, value: under }]);
    await expect(stream.publish([{ key, value: Buffer.alloc(MIB + 200, 0x61) }])).rejects.toThrow(/larger/i);
    await stream.publish([{ key, value: json(`${OWN}-after-huge`) }]);
    await until('what came after', async () => stream.verdictIds.has(`${OWN}-after-huge`));
    const [rejected, ...more] = stream.rejected.filter((record) => String(record.key) === key);
    expect(more).toEqual([]);
    expect(rejected?.value?.equals(under)).toBe(true);
  });

  it('a batch of URLs of 65,536 characters, whose verdicts are larger still, is answered', async () => {
    const prefix = `${OWN}-long-`;
    const head = 'http://a.example/';
    // As JSON the verdict escapes each quotation mark; as UTF-8 each é has two bytes.
    const url = head + '"é'.repeat((65_536 - head.length) / 2);
    for (let from = 0; from < 60; from += 5) {
      const values = Array.from({ length: 5 }, (_, index) => json(`${prefix}${from + index}`, url));
      await stream.publish(values.map((value) => ({ key: 'one partition', value })));
    }
    await answers(prefix, 60);
    await drained();
  });
});

describe('a flood of tiny records', () => {
  it(`${TINY.toLocaleString('en')} are answered in bounded memory`, async () => {
    const prefix = `${OWN}-tiny-`;
    for (let from = 0; from < TINY; from += 10_000) {
      const count = Math.min(10_000, TINY - from);
      await stream.publish(
        Array.from({ length: count }, (_, index) => ({
          value: `{"url":"a.io","id":"${prefix}${from + index}"}`,
        })),
      );
    }
    await answers(prefix, TINY, 600_000);
    await drained();
    expect(inference.highestMemory).toBeLessThan(MEMORY_MIB);
  }, 700_000);
});

describe('a verdict topic that refuses large records', () => {
  it('stalls the partition with the large one only, says so, and goes on once it is let in', async () => {
    await stream.configure('urls.verdicts', { 'max.message.bytes': '60000' });
    const large = json(`${OWN}-refused`, `http://a.example/${'x'.repeat(65_000)}`);
    const before = (await inference.metric('weir_batch_retries_total', { topic: 'urls.submitted' }))[0] ?? 0;
    await stream.publish([{ partition: 5, value: large }]);
    await until('a batch handed over again', async () => {
      const [retries = 0] = await inference.metric('weir_batch_retries_total', { topic: 'urls.submitted' });
      return retries > before + 1;
    });
    await allPartitionsAnswer('beside', [5]);
    const lags = await inference.metric('weir_consumer_lag', { topic: 'urls.submitted', partition: '5' });
    expect(lags).toEqual([1]);
    await stream.configure('urls.verdicts', {});
    await until('the large verdict', async () => stream.verdictIds.has(`${OWN}-refused`));
    await allPartitionsAnswer('again');
  }, 300_000);

  it('takes what is small enough by itself, though a batch of it is not', async () => {
    await stream.configure('urls.verdicts', { 'max.message.bytes': '60000' });
    const prefix = `${OWN}-cut-`;
    await stream.publish(
      Array.from({ length: 2_000 }, (_, index) => ({ partition: 2, value: json(`${prefix}${index}`) })),
    );
    await answers(prefix, 2_000, 20_000);
  }, 120_000);
});

// The last: what was refused goes in small batches for minutes after.
describe('a verdict topic that takes nothing for a while', () => {
  it('holds the stream up in bounded memory, tells the lag, and loses nothing', async () => {
    // Smaller than any verdict: every publish is refused, and tried again. (Not enough replicas cannot be had of one broker.)
    await stream.configure('urls.verdicts', { 'max.message.bytes': '100' });
    const prefix = `${OWN}-blocked-`;
    const count = 40_000;
    for (let from = 0; from < count; from += 4_000) {
      await stream.publish(
        Array.from({ length: 4_000 }, (_, index) => ({
          value: json(`${prefix}${from + index}`, `http://a.example/${'p'.repeat(500)}`),
        })),
      );
    }
    await until('the lag', async () => (await inference.lag()) >= count / 2);
    await new Promise((resolve) => setTimeout(resolve, BLOCKED_MS));
    expect(await inference.lag()).toBeGreaterThanOrEqual(count / 2);
    expect(inference.highestMemory).toBeLessThan(MEMORY_MIB);
    await stream.configure('urls.verdicts', {});
    await answers(prefix, count, 200_000);
    await drained();
  }, 400_000);
});
