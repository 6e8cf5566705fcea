import { isWeirError, WeirError } from '../../../errors/index.js';
import { unavailable } from '../../brokers/kafka-errors.js';
import type { GroupMembership } from '../consumer/membership.js';
import type { CommitPlace } from '../consumer/offset-committer.js';
import type { PlatformaticBusOptions } from '../platformatic-options.js';
import type { Addresser } from '../producer/addresser.js';
import { Links } from '../wire/links.js';
import { HeldOutputs } from './held-outputs.js';
import type { LaneDelivery, Publish } from './lane-delivery.js';
import { type GroupPosition, startOffset } from './start-offset.js';
import { TransactionalProducer } from './transactional-producer.js';

export interface ExactlyOnceSettings {
  readonly options: PlatformaticBusOptions;
  readonly position: GroupPosition;
  readonly addresser: Addresser;
  readonly membership: Pick<GroupMembership, 'confirm' | 'identity'>;
}

/**
 * A transaction for each batch: its outputs and its offset. The transactional id is the partition's, so whoever gains the
 * partition fences off who had it, and ends what that one left open; only then is the offset looked up. After any
 * failure the outcome of a transaction is unknown, and the same is done again.
 */
export class ExactlyOnce implements LaneDelivery {
  readonly #held: HeldOutputs;
  readonly #links: Links;
  #producer: TransactionalProducer | undefined;
  /** Counts batches, so that one that is over publishes nothing with the next. */
  #batch = 0;

  constructor(
    private readonly settings: ExactlyOnceSettings,
    private readonly place: CommitPlace,
  ) {
    this.#held = new HeldOutputs(settings.addresser);
    this.#links = new Links(settings.options);
  }

  async start(): Promise<number> {
    const { position, membership } = this.settings;
    const { topic, partition } = this.place;
    // Whoever was fenced off asks first whether the partition is still its own: else it would fence off its heir.
    await membership.confirm();
    if (this.place.revoked.aborted) throw new Error('the partition was revoked');
    this.#producer = await TransactionalProducer.begin({
      cluster: position.cluster,
      links: this.#links,
      transactionalId: `weir-${position.group}-${topic}-${partition}`,
      group: position.group,
      groupCoordinator: position.coordinator,
      member: () => membership.identity,
    });
    return startOffset(position, this.place);
  }

  /** Holds the records back until the batch is committed; rejects with WEIR_BUS_REJECTED once it is over. */
  publisher(): Publish {
    const batch = this.#batch;
    return async (records) => {
      this.#assertCurrent(batch);
      await this.settings.addresser.prepare(records);
      this.#assertCurrent(batch);
      this.#held.add(records);
    };
  }

  async commit(next: number): Promise<boolean> {
    const producer = this.#producer;
    const outputs = this.#held.take();
    this.#batch += 1;
    if (this.place.revoked.aborted || producer === undefined) return false;
    // Without outputs there is nothing that must appear together with the offset.
    if (outputs.length === 0) return this.settings.position.committer.commit(this.place, next);
    try {
      return await producer.commit(outputs, this.place, next);
    } catch (error) {
      this.#producer = undefined;
      throw isWeirError(error) ? error : unavailable('a transaction', error);
    }
  }

  async abandon(): Promise<boolean> {
    this.#held.take();
    this.#batch += 1;
    return this.#producer !== undefined;
  }

  async end(): Promise<void> {
    await this.abandon();
    this.#links.close();
  }

  #assertCurrent(batch: number): void {
    if (batch !== this.#batch)
      throw new WeirError('WEIR_BUS_REJECTED', 'The batch is over: nothing more is published with it');
  }
}
