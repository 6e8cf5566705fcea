import { deadLetter, type OutgoingRecord, type RejectedRecord } from '@weir/platform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestBackends, type TestBackends } from '../testing/backends.js';
import { recordOf } from '../testing/records.js';
import { replay } from './replay.js';
import { type ReplayRequest, readArguments } from './replay-arguments.js';
import { firstPositionOf } from './replay-header.js';
import { Tally } from './tally.js';
import { readTopic } from './topic-reading.js';

const GARBAGE = Buffer.from([0xff, 0x00, 0xfe]);
let backends: TestBackends;
let readings: number;

beforeEach(async () => {
  backends = await openTestBackends();
  readings = 0;
});
afterEach(() => backends.dispose());

const refused = (offset: number, value: Buffer | string | null, reason: string): RejectedRecord => ({
  record: recordOf({
    value,
    offset: BigInt(offset),
    key: Buffer.from(`key-${offset}`),
    headers: { 'content-type': 'text/plain' },
  }),
  reason,
});

const reject = (...rejected: RejectedRecord[]) =>
  deadLetter(backends.bus, rejected, { source: '/weir/test' });

async function run(...argv: string[]): Promise<Tally> {
  const tally = new Tally();
  await replay(backends.bus, readArguments(argv) as ReplayRequest, tally);
  return tally;
}

/** All that lies on urls.submitted, by key. */
async function submitted() {
  const records: OutgoingRecord[] = [];
  readings += 1;
  await readTopic(backends.bus, { topic: 'urls.submitted', group: `look-${readings}` }, async (batch) => {
    records.push(...batch.map(({ topic, key, value, headers }) => ({ topic, key, value, headers })));
    return true;
  });
  return records.sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
}
const keys = async () => (await submitted()).map(({ key }) => String(key));

describe('replay', () => {
  it('puts records back as they were, and says of what they are replays', async () => {
    await reject(refused(1, GARBAGE, 'not UTF-8'), refused(2, null, 'empty'));
    const tally = await run();
    expect([tally.read, tally.selected, tally.sent]).toEqual([2, 2, 2]);
    const [first, second] = await submitted();
    expect(first).toMatchObject({ key: Buffer.from('key-1'), value: GARBAGE });
    expect(first?.headers).toMatchObject({
      'content-type': 'text/plain',
      'replay-of': 'urls.submitted-3-1',
      traceparent: expect.any(String),
    });
    expect(Object.keys(first?.headers ?? {})).toHaveLength(3);
    expect(second?.value).toBeNull();
  });

  it('keeps the place of the first record, which is its id where it has none of its own', async () => {
    await reject(refused(9, 'mended.example', 'a fault of ours'));
    await run();
    const [record] = await submitted();
    const replayed = recordOf({
      value: record?.value as Buffer,
      offset: 70n,
      headers: record?.headers as Record<string, string>,
    });
    expect(firstPositionOf(replayed)).toBe('urls.submitted-3-9');
  });

  it('chooses by reason, topic and time', async () => {
    await reject(refused(1, 'a', 'the value is not UTF-8 text'), refused(2, 'b', 'the value is empty'));
    const fromFeedback = refused(3, 'c', 'the value is not UTF-8 text');
    await reject({ ...fromFeedback, record: { ...fromFeedback.record, topic: 'urls.feedback' } });
    await backends.bus.publish([{ topic: 'urls.rejected', key: null, value: 'from nowhere' }]);
    const tally = await run('--error', 'utf-8');
    expect(Object.fromEntries(tally.passedOver)).toEqual({ error: 1, topic: 1, headers: 1 });
    expect(await keys()).toEqual(['key-1']);
    expect((await run('--until', '2020-01-01')).selected).toBe(0);
    expect((await run('--from', '2020-01-01')).selected).toBe(2);
  });

  it('sends nothing in a dry run, and at most the limit', async () => {
    await reject(...Array.from({ length: 10 }, (_, index) => refused(index, 'x', 'reason')));
    expect((await run('--dry-run')).selected).toBe(10);
    expect(await keys()).toEqual([]);
    expect((await run('--limit', '4')).sent).toBe(4);
    expect(await keys()).toHaveLength(4);
  });

  it('repeats itself without a group, and goes on with one', async () => {
    await reject(refused(1, 'a', 'reason'));
    await run();
    await run();
    expect(await keys()).toEqual(['key-1', 'key-1']);
    await run('--group', 'fix');
    expect((await run('--group', 'fix')).read).toBe(0);
    await reject(refused(2, 'b', 'reason'));
    expect((await run('--group', 'fix', '--dry-run')).selected).toBe(1);
    expect((await run('--group', 'fix')).sent).toBe(1);
    expect(await keys()).toEqual(['key-1', 'key-1', 'key-1', 'key-2']);
  });

  it('commits to a group what was sent, and nothing beyond the limit', async () => {
    await reject(...Array.from({ length: 30 }, (_, index) => refused(index + 10, 'x', 'reason')));
    const counts = [];
    for (let round = 0; round < 4; round++) counts.push((await run('--group', 'fix', '--limit', '9')).sent);
    expect(counts).toEqual([9, 9, 9, 3]);
    expect(new Set(await keys()).size).toBe(30);
  });

  it('reads to the end as it was at the start: its own doing does not keep it going', async () => {
    await reject(refused(1, 'a', 'reason'));
    const { bus } = backends;
    const stillBroken = await bus.subscribe(
      { group: 'still-broken', topics: ['urls.submitted'], from: 'earliest' },
      ({ records }) =>
        deadLetter(
          bus,
          records.map((record) => ({ record, reason: 'reason' })),
        ),
    );
    expect((await run()).sent).toBe(1);
    await stillBroken.close();
  });

  it('fails with what the bus fails with, and commits nothing that was not sent', async () => {
    await reject(refused(1, 'a', 'reason'));
    const rejected = recordOf({ value: 'x', headers: { topic: 'gone', partition: '0', offset: '0' } });
    await backends.bus.publish([{ ...rejected, topic: 'urls.rejected', partition: 0 }]);
    await expect(run('--topic', 'gone', '--group', 'fix')).rejects.toMatchObject({
      code: 'WEIR_TOPIC_MISSING',
    });
    const lag = await backends.bus.lag('weir-replay-fix', ['urls.rejected']);
    expect(lag.find(({ partition }) => partition === 0)?.lag).toBeGreaterThan(0n);
  });
});
