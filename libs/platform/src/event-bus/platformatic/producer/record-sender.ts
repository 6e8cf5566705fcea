import { initProducerIdV4 } from '@platformatic/kafka';
import { type Backoff, backoffDelay, pause } from '../../backoff/backoff.js';
import { announceProducerReplaced, announcePublish } from '../../brokers/kafka-channels.js';
import { refused, topicMissing, unavailable } from '../../brokers/kafka-errors.js';
import type { BrokerAddress } from '../platformatic-options.js';
import { BrokerError, isBatchRefusal, isProducerLost, isRefusal } from '../protocol-errors.js';
import type { Cluster } from '../wire/cluster.js';
import type { Links } from '../wire/links.js';
import { type Outcome, sendBatches } from './batch-sender.js';
import type { OutgoingBatch } from './outgoing-batch.js';
import { PartitionQueue } from './partition-queue.js';
import { ProducerIdentity } from './producer-identity.js';

const MAX_REQUEST_BYTES = 8 * 1024 * 1024;
const RETRY: Backoff = { initialMs: 50, maxMs: 2_000 };
const TOPIC_WAIT_MS = 3_000;

export interface RecordSenderOptions {
  readonly cluster: Cluster;
  readonly links: Links;
  readonly timeoutMs: number;
}

/** Sends what waits in the queues of partitions: one request at a time to each broker, one batch of each partition in it. */
export class RecordSender {
  readonly #topics = new Map<string, PartitionQueue[]>();
  readonly #waiting = new Set<PartitionQueue>();
  /** Brokers with a request under way, and the end of that. */
  readonly #sending = new Map<string, Promise<void>>();
  #identity: ProducerIdentity | undefined;
  #identifying: Promise<ProducerIdentity> | undefined;
  #woken = false;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(private readonly options: RecordSenderOptions) {}

  /** The queue of a partition; whoever adds to it calls `wake`. */
  queue(topic: string, partition: number): PartitionQueue {
    const queues = this.#topics.get(topic) ?? [];
    if (queues.length === 0) this.#topics.set(topic, queues);
    queues[partition] ??= new PartitionQueue(topic, partition);
    const queue = queues[partition];
    this.#waiting.add(queue);
    return queue;
  }

  /** Sends soon: calls made in the same turn of the event loop go together. */
  wake(): void {
    if (this.#woken) return;
    this.#woken = true;
    queueMicrotask(() => {
      this.#woken = false;
      this.#dispatch();
    });
  }

  /** Resolves when nothing is under way. What has not been written by then is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#sending.size > 0 || this.#waiting.size > 0) {
      this.#dispatch();
      await Promise.race([...this.#sending.values(), pause(20)]);
    }
    clearTimeout(this.#timer);
  }

  #dispatch(): void {
    const now = Date.now();
    this.#expire(now);
    const byBroker = new Map<string, { broker: BrokerAddress; queues: PartitionQueue[]; bytes: number }>();
    let soonest = Number.POSITIVE_INFINITY;
    for (const queue of this.#waiting) {
      const { head } = queue;
      if (head === undefined) {
        this.#waiting.delete(queue);
        continue;
      }
      if (queue.sending) continue;
      if (head.notBefore > now) {
        soonest = Math.min(soonest, head.notBefore - now);
        continue;
      }
      const broker = this.options.cluster.leader(queue.topic, queue.partition);
      if (broker === undefined) {
        this.#again(queue, head, { kind: 'answered', error: 'LEADER_NOT_AVAILABLE' });
        soonest = Math.min(soonest, head.notBefore - now);
        continue;
      }
      const key = `${broker.host}:${broker.port}`;
      if (this.#sending.has(key)) continue;
      const plan = byBroker.get(key) ?? { broker, queues: [], bytes: 0 };
      if (plan.queues.length > 0 && plan.bytes + head.bytes > MAX_REQUEST_BYTES) continue;
      plan.queues.push(queue);
      plan.bytes += head.bytes;
      byBroker.set(key, plan);
    }
    for (const [key, { broker, queues }] of byBroker) this.#send(key, broker, queues);
    this.#wakeIn(soonest);
  }

  #send(key: string, broker: BrokerAddress, queues: readonly PartitionQueue[]): void {
    for (const queue of queues) queue.sending = true;
    const sending = this.#attempt(broker, queues).then(() => {
      this.#sending.delete(key);
      for (const queue of queues) queue.sending = false;
      // Round by round: a partition that waited goes before those that were just served.
      for (const queue of queues) {
        this.#waiting.delete(queue);
        if (queue.head !== undefined) this.#waiting.add(queue);
      }
      this.wake();
    });
    this.#sending.set(key, sending);
  }

  async #attempt(broker: BrokerAddress, queues: readonly PartitionQueue[]): Promise<void> {
    const begun = performance.now();
    const batches = queues.flatMap(({ head }) => (head === undefined ? [] : [head]));
    let identity: ProducerIdentity;
    try {
      identity = await this.#identified();
    } catch (cause) {
      for (const [index, batch] of batches.entries())
        this.#settle(queues[index], batch, { kind: 'unanswered', cause });
      return;
    }
    const outcomes = await sendBatches(this.options.links, broker, identity, batches);
    let [records, bytes] = [0, 0];
    for (const [index, batch] of batches.entries()) {
      const outcome = outcomes[index] ?? { kind: 'unanswered', cause: undefined };
      if (outcome.kind === 'written') {
        records += batch.records;
        bytes += batch.bytes;
      }
      this.#settle(queues[index], batch, outcome);
    }
    if (records > 0) announcePublish({ records, bytes, seconds: (performance.now() - begun) / 1000 });
  }

  #settle(queue: PartitionQueue | undefined, batch: OutgoingBatch, outcome: Outcome): void {
    if (queue === undefined) return;
    if (outcome.kind === 'written') {
      queue.removeHead();
      batch.acknowledge();
      return;
    }
    if (outcome.kind === 'answered' && isRefusal(outcome.error)) {
      batch.unstamp();
      this.#refuse(queue, batch, outcome.error);
      return;
    }
    if (outcome.kind === 'answered' && isProducerLost(outcome.error)) {
      const { identity } = batch;
      batch.unstamp();
      this.#replaceProducer(new BrokerError(outcome.error, 'publishing'), identity);
    }
    this.#again(queue, batch, outcome);
  }

  /** What is refused for a record of it goes again in halves, until that record is alone. */
  #refuse(queue: PartitionQueue, batch: OutgoingBatch, error: string): void {
    if (isBatchRefusal(error) && batch.records > 1) {
      queue.replaceHead(batch.halves());
      return;
    }
    queue.removeHead();
    batch.fail(refused([queue.topic], new BrokerError(error, 'publishing')));
  }

  #again(queue: PartitionQueue, batch: OutgoingBatch, outcome: Outcome): void {
    const cause = causeOf(outcome);
    batch.attempts += 1;
    const spent = Date.now() - batch.since;
    const missing = outcome.kind === 'answered' && outcome.error === 'UNKNOWN_TOPIC_OR_PARTITION';
    if (missing && spent > TOPIC_WAIT_MS) {
      this.#giveUp(queue, batch, topicMissing([queue.topic], cause));
      return;
    }
    if (this.#closed || spent > this.options.timeoutMs) {
      this.#giveUp(queue, batch, unavailable('publishing', cause));
      return;
    }
    const delay = backoffDelay(RETRY, batch.attempts);
    batch.notBefore = Date.now() + delay;
    void this.options.cluster.refresh([queue.topic]).catch(() => {});
    this.#wakeIn(delay);
  }

  /** The broker may have the batch: its numbers must not be used for other records, so the producer goes with it. */
  #giveUp(queue: PartitionQueue, batch: OutgoingBatch, reason: unknown): void {
    queue.removeHead();
    this.#replaceProducer(reason, batch.identity);
    batch.fail(reason);
  }

  #expire(now: number): void {
    const before = now - this.options.timeoutMs;
    for (const queue of this.#waiting)
      for (const batch of queue.expired(before)) {
        const reason = unavailable(
          'publishing',
          new Error(`not written within ${this.options.timeoutMs} ms`),
        );
        this.#replaceProducer(reason, batch.identity);
        batch.fail(reason);
      }
  }

  async #identified(): Promise<ProducerIdentity> {
    if (this.#identity !== undefined) return this.#identity;
    this.#identifying ??= this.#identify().finally(() => {
      this.#identifying = undefined;
    });
    return this.#identifying;
  }

  async #identify(): Promise<ProducerIdentity> {
    const { producerId, producerEpoch } = await this.options.cluster.any(
      initProducerIdV4.api,
      null,
      0,
      -1n,
      -1,
    );
    this.#identity = new ProducerIdentity(producerId, producerEpoch);
    return this.#identity;
  }

  #replaceProducer(reason: unknown, of: ProducerIdentity | undefined): void {
    if (this.#identity === undefined || this.#identity !== of) return;
    this.#identity = undefined;
    announceProducerReplaced({ reason });
  }

  #wakeIn(delayMs: number): void {
    if (!Number.isFinite(delayMs)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), delayMs);
  }
}

function causeOf(outcome: Outcome): unknown {
  if (outcome.kind === 'unanswered') return outcome.cause;
  return outcome.kind === 'answered' ? new BrokerError(outcome.error, 'publishing') : undefined;
}
