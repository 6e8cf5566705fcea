import type { TopicSpec } from '@weir/contracts';
import type { Database, RootDatabase } from 'lmdb';
import { WeirError } from '../../errors/index.js';
import { Appender } from './appender.js';
import { ConsumerGroup } from './consumer-group.js';
import { writeDurably } from './durable-write.js';
import { GroupOffsets } from './group-offsets.js';
import { Janitor } from './janitor.js';
import { type ChunkDatabase, PartitionLog } from './partition-log.js';

export interface LogTopic {
  readonly id: number;
  readonly spec: TopicSpec;
  readonly partitions: readonly PartitionLog[];
}

interface StoredTopic {
  readonly id: number;
  readonly spec: TopicSpec;
}

/** No topic has this id. */
const CHECK_KEY: [number, number] = [0, 0];

/** The topics of one LMDB environment. All buses of the process on that environment share one. */
export class EmbeddedLog {
  static readonly #logs = new WeakMap<RootDatabase, EmbeddedLog>();

  /** Give it back with `release`. */
  static of(root: RootDatabase): EmbeddedLog {
    const log = EmbeddedLog.#logs.get(root) ?? new EmbeddedLog(root);
    EmbeddedLog.#logs.set(root, log);
    log.#users += 1;
    return log;
  }

  readonly offsets: GroupOffsets;
  readonly appender: Appender;
  readonly #chunks: ChunkDatabase;
  /** First offsets that retention left, by topic id and partition. */
  readonly #starts: Database<number, [number, number]>;
  readonly #stored: Database<StoredTopic, string>;
  readonly #topics = new Map<string, LogTopic>();
  readonly #groups = new Map<string, ConsumerGroup>();
  readonly #janitor: Janitor;
  #creating: Promise<void> = Promise.resolve();
  #users = 0;

  private constructor(private readonly root: RootDatabase) {
    this.#chunks = root.openDB({ name: 'event-log', encoding: 'binary', keyEncoding: 'binary' });
    this.#starts = root.openDB({ name: 'event-log-starts', encoding: 'msgpack' });
    this.#stored = root.openDB({ name: 'event-topics', encoding: 'json' });
    this.offsets = new GroupOffsets(root);
    this.appender = new Appender(this.#chunks);
    for (const { value } of this.#stored.getRange()) this.#adopt(value);
    this.#janitor = new Janitor(this);
    this.#janitor.start();
  }

  async ensureTopics(specs: readonly TopicSpec[]): Promise<void> {
    const creating = this.#creating.then(() => this.#create(specs));
    // A failure is its caller's; the next in the row begins anew.
    this.#creating = creating.catch(() => undefined);
    await creating;
  }

  async #create(specs: readonly TopicSpec[]): Promise<void> {
    const missing = new Map(
      specs.filter(({ name }) => !this.#topics.has(name)).map((spec) => [spec.name, spec]),
    );
    if (missing.size === 0) return;
    const firstId = Math.max(0, ...[...this.#topics.values()].map(({ id }) => id)) + 1;
    const topics = [...missing.values()].map((spec, index) => ({ id: firstId + index, spec }));
    await writeDurably(this.root, () => {
      for (const topic of topics) this.#stored.put(topic.spec.name, topic);
    });
    for (const topic of topics) this.#adopt(topic);
  }

  #adopt({ id, spec }: StoredTopic): void {
    const partitions = Array.from({ length: spec.partitions }, (_, partition) => {
      const start = this.#starts.get([id, partition]) ?? 0;
      return new PartitionLog(spec.name, id, partition, this.#chunks, start);
    });
    this.#topics.set(spec.name, { id, spec, partitions });
  }

  /** Throws `WEIR_TOPIC_MISSING`. */
  topic(name: string): LogTopic {
    const topic = this.#topics.get(name);
    if (topic === undefined)
      throw new WeirError('WEIR_TOPIC_MISSING', `There is no topic ${name}`, { context: { topic: name } });
    return topic;
  }

  get topics(): Iterable<LogTopic> {
    return this.#topics.values();
  }

  group(name: string): ConsumerGroup {
    const group = this.#groups.get(name) ?? new ConsumerGroup(name);
    this.#groups.set(name, group);
    return group;
  }

  /** Replaces (or removes, where `chunk` is `null`) chunks by their base offset, in one transaction. */
  async rewrite(
    log: PartitionLog,
    changes: ReadonlyMap<number, Buffer | null>,
    start: number,
  ): Promise<void> {
    await writeDurably(this.root, () => {
      for (const [baseOffset, chunk] of changes) {
        if (chunk === null) this.#chunks.remove(log.key(baseOffset));
        else this.#chunks.put(log.key(baseOffset), chunk);
      }
      if (start > log.start) this.#starts.put([log.topicId, log.partition], start);
    });
    log.start = Math.max(log.start, start);
  }

  /** Rejects if the disk takes nothing: a full one is found here before a record is lost on it. */
  async check(): Promise<void> {
    await writeDurably(this.root, () => this.#starts.put(CHECK_KEY, Date.now()));
  }

  /** Removes what is past its time or superseded, now. */
  tidy(): Promise<void> {
    return this.#janitor.tidy();
  }

  /** With the last user the background work ends. The environment stays open: it is its owner's. */
  async release(): Promise<void> {
    this.#users -= 1;
    if (this.#users > 0) return;
    EmbeddedLog.#logs.delete(this.root);
    await this.#janitor.stop();
  }
}
