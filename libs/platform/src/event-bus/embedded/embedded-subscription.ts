import type { BatchHandler, OutgoingRecord, SubscribeOptions } from '../event-bus.js';
import { Permits } from '../permits/permits.js';
import { atLeastOnce, exactlyOnce } from './batch-effects.js';
import type { ConsumerGroup, Member } from './consumer-group.js';
import type { EmbeddedLog } from './embedded-log.js';
import type { PartitionLog } from './partition-log.js';
import { PartitionWorker, type WorkerContext } from './partition-worker.js';

const DEFAULT_MAX_BATCH_RECORDS = 2_000;
const DEFAULT_MAX_BATCH_BYTES = 1_048_576;
const DEFAULT_CONCURRENCY = 4;

/** A member of a group, with a worker for each partition that the group gives it. */
export class EmbeddedSubscription implements Member {
  readonly topics: ReadonlySet<string>;
  readonly #context: WorkerContext;
  readonly #group: ConsumerGroup;
  readonly #logs: readonly PartitionLog[];
  #closing: Promise<void> | undefined;

  /** Throws `WEIR_TOPIC_MISSING`. */
  constructor(
    private readonly log: EmbeddedLog,
    private readonly options: SubscribeOptions,
    handler: BatchHandler,
    publish: (records: readonly OutgoingRecord[]) => Promise<void>,
  ) {
    this.topics = new Set(options.topics);
    this.#logs = [...this.topics].flatMap((name) => log.topic(name).partitions);
    this.#group = log.group(options.group);
    this.#context = {
      group: options.group,
      handler,
      begin:
        options.delivery === 'exactly-once'
          ? exactlyOnce(log, options.group)
          : atLeastOnce(log, options.group, publish),
      bounds: {
        maxRecords: options.maxBatchRecords ?? DEFAULT_MAX_BATCH_RECORDS,
        maxBytes: options.maxBatchBytes ?? DEFAULT_MAX_BATCH_BYTES,
      },
      permits: new Permits(options.concurrency ?? DEFAULT_CONCURRENCY),
      offsets: log.offsets,
    };
  }

  async open(): Promise<void> {
    if (this.options.from === 'latest') await this.#commitLatest();
    if (this.#closing === undefined) this.#group.join(this, this.#logs);
  }

  /** Written down at once: a group that stops before its first record goes on here, and misses nothing. */
  async #commitLatest(): Promise<void> {
    const { group } = this.options;
    const fresh = this.#logs.filter((log) => this.log.offsets.committed(group, log) === undefined);
    if (fresh.length === 0) return;
    await this.log.offsets.commit(
      group,
      fresh.map((log) => [log, log.end] as const),
    );
  }

  start(log: PartitionLog): PartitionWorker {
    return new PartitionWorker(this.#context, log);
  }

  close(): Promise<void> {
    this.#closing ??= this.#group.leave(this);
    return this.#closing;
  }
}
