import {
  addOffsetsToTxnV3,
  addPartitionsToTxnV3,
  endTxnV3,
  initProducerIdV4,
  txnOffsetCommitV3,
} from '@platformatic/kafka';
import { pause } from '../../backoff/backoff.js';
import type { MemberIdentity } from '../consumer/membership.js';
import type { CommitPlace } from '../consumer/offset-committer.js';
import { ProducerIdentity } from '../producer/producer-identity.js';
import { hasError } from '../protocol-errors.js';
import type { Cluster } from '../wire/cluster.js';
import { Coordinator } from '../wire/coordinator.js';
import type { CallableApi, Links } from '../wire/links.js';
import type { OutputQueue } from './held-outputs.js';
import { sendOutputs } from './output-sender.js';

/** A transaction lasts from a handler's end to its commit. A dead one holds readers up until it is over, or its heir begins. */
const TRANSACTION_TIMEOUT_MS = 60_000;
/** The coordinator ends a transaction after it has acknowledged its end: the next one waits a few milliseconds. */
const ENDING_WAIT_MS = 3;
const ENDING_PATIENCE_MS = 15_000;

export interface TransactionalProducerSettings {
  readonly cluster: Cluster;
  /** Of its own: transactions of different partitions do not wait for each other. */
  readonly links: Links;
  readonly transactionalId: string;
  readonly group: string;
  readonly groupCoordinator: Coordinator;
  readonly member: () => MemberIdentity;
}

/** A producer whose transactions hold outputs and an offset. After any failure it is worth nothing: what was done is not known. */
export class TransactionalProducer {
  readonly #coordinator: Coordinator;

  private constructor(
    private readonly settings: TransactionalProducerSettings,
    private readonly identity: ProducerIdentity,
    coordinator: Coordinator,
  ) {
    this.#coordinator = coordinator;
  }

  /** Fences off whoever had the id before, and ends the transaction that one left open; resolves when that is done. */
  static async begin(settings: TransactionalProducerSettings): Promise<TransactionalProducer> {
    const { cluster, links, transactionalId } = settings;
    const coordinator = new Coordinator(cluster, 'transaction', transactionalId);
    const { producerId, producerEpoch } = await onceEnded(() =>
      coordinator.call(links, initProducerIdV4.api, transactionalId, TRANSACTION_TIMEOUT_MS, -1n, -1),
    );
    return new TransactionalProducer(settings, new ProducerIdentity(producerId, producerEpoch), coordinator);
  }

  /** One transaction with the outputs and the offset: readers see both or nothing. False, and nothing, where the partition was revoked before its end. */
  async commit(outputs: readonly OutputQueue[], place: CommitPlace, next: number): Promise<boolean> {
    const { cluster, links, transactionalId, group } = this.settings;
    await this.#addPartitions(outputs);
    await this.#call(addOffsetsToTxnV3.api, transactionalId, ...this.#stamp, group);
    await Promise.all([
      sendOutputs({ cluster, links, transactionalId, identity: this.identity }, outputs),
      this.#commitOffset(place, next),
    ]);
    const kept = !place.revoked.aborted;
    await this.#call(endTxnV3.api, transactionalId, ...this.#stamp, kept);
    return kept;
  }

  get #stamp(): [bigint, number] {
    return [this.identity.producerId, this.identity.producerEpoch];
  }

  async #addPartitions(outputs: readonly OutputQueue[]): Promise<void> {
    if (outputs.length === 0) return;
    const topics = new Map<string, number[]>();
    for (const { topic, partition } of outputs) topics.set(topic, [...(topics.get(topic) ?? []), partition]);
    const [producerId, producerEpoch] = this.#stamp;
    await this.#call(addPartitionsToTxnV3.api, [
      {
        transactionalId: this.settings.transactionalId,
        producerId,
        producerEpoch,
        verifyOnly: false,
        topics: [...topics].map(([name, partitions]) => ({ name, partitions })),
      },
    ]);
  }

  async #commitOffset({ topic, partition }: CommitPlace, next: number): Promise<void> {
    const { links, transactionalId, group, groupCoordinator, member } = this.settings;
    const { memberId, generationId } = member();
    const partitions = [
      {
        partitionIndex: partition,
        committedOffset: BigInt(next),
        committedLeaderEpoch: -1,
        committedMetadata: null,
      },
    ];
    await groupCoordinator.call(
      links,
      txnOffsetCommitV3.api,
      transactionalId,
      group,
      ...this.#stamp,
      generationId,
      memberId,
      null,
      [{ name: topic, partitions }],
    );
  }

  #call<Arguments extends unknown[], Response>(
    api: CallableApi<Arguments, Response>,
    ...parameters: Arguments
  ): Promise<Response> {
    return onceEnded(() => this.#coordinator.call(this.settings.links, api, ...parameters));
  }
}

/** Nothing came of a request that met a transaction which is still being ended: it may go again as it is. */
async function onceEnded<T>(request: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + ENDING_PATIENCE_MS; ; ) {
    try {
      return await request();
    } catch (error) {
      if (!hasError(error, 'CONCURRENT_TRANSACTIONS') || Date.now() > deadline) throw error;
      await pause(ENDING_WAIT_MS);
    }
  }
}
