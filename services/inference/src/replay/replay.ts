import { randomUUID } from 'node:crypto';
import { TOPICS } from '@weir/contracts';
import type { EventBatch, EventBus, EventRecord } from '@weir/platform';
import { type Rejection, readRejection } from './rejection.js';
import type { ReplayRequest } from './replay-arguments.js';
import { replayedRecord } from './replayed-record.js';
import { judge, Tally } from './tally.js';
import { readTopic, type TopicReading } from './topic-reading.js';

const TOPIC = TOPICS.urlsRejected.name;

/**
 * Puts the rejections chosen back onto the topic they came from: at least once, in the order of each partition. With a
 * group, what was read is committed after it was sent. Rejects as `EventBus` does; `tally` then says how far it came.
 */
export async function replay(
  bus: EventBus,
  request: ReplayRequest,
  tally: Tally,
  { quietMs }: Pick<TopicReading, 'quietMs'> = {},
): Promise<void> {
  const lasting = request.dryRun ? undefined : request.group;
  const group = lasting ?? passingGroup();
  const done = request.dryRun ? await donePositions(bus, request.group, group) : new Map<number, bigint>();
  const starts = new Map<number, bigint>();
  const reading: TopicReading = {
    topic: TOPIC,
    group,
    wholeBatches: lasting !== undefined,
    ...(quietMs !== undefined && { quietMs }),
    // A batch is committed as one: up to a limit, each record by itself.
    ...(lasting !== undefined && Number.isFinite(request.limit) && { maxBatchRecords: 1 }),
  };
  await readTopic(bus, reading, async (records, batch) => {
    const start = starts.get(batch.partition) ?? (records[0] as EventRecord).offset;
    starts.set(batch.partition, start);
    const from = start + (done.get(batch.partition) ?? 0n);
    const chosen = choose(
      records.filter(({ offset }) => offset >= from),
      request,
      tally,
    );
    await send(batch, chosen, request, tally);
    return tally.selected < request.limit;
  });
}

function choose(
  records: readonly EventRecord[],
  { filter, limit }: ReplayRequest,
  tally: Tally,
): Rejection[] {
  const chosen: Rejection[] = [];
  for (const record of records) {
    if (tally.selected >= limit) break;
    tally.read += 1;
    const rejection = readRejection(record);
    const verdict = judge(rejection, filter);
    if (rejection !== undefined && verdict === 'chosen') {
      tally.choose(rejection);
      chosen.push(rejection);
    } else if (verdict !== 'chosen') tally.passOver(verdict, rejection);
  }
  return chosen;
}

async function send(
  batch: EventBatch,
  chosen: readonly Rejection[],
  { dryRun }: ReplayRequest,
  tally: Tally,
): Promise<void> {
  if (dryRun || chosen.length === 0) return;
  await batch.publish(chosen.map(replayedRecord));
  tally.sent += chosen.length;
}

/** Reads once; the broker forgets it. */
function passingGroup(): string {
  return `weir-replay-once-${randomUUID()}`;
}

/** How many offsets of each partition the group has behind it: a dry run must show what is left, and commit nothing to it. */
async function donePositions(
  bus: EventBus,
  group: string | undefined,
  fresh: string,
): Promise<Map<number, bigint>> {
  const done = new Map<number, bigint>();
  if (group === undefined) return done;
  const [all, left] = await Promise.all([bus.lag(fresh, [TOPIC]), bus.lag(group, [TOPIC])]);
  for (const { partition, lag } of all) {
    const remaining = left.find((each) => each.partition === partition)?.lag ?? lag;
    done.set(partition, lag - remaining);
  }
  return done;
}
