import { type Consumer, Kafka, type KafkaMessage, logLevel, type Producer } from 'kafkajs';
import { until } from './processes.js';

export interface SeenRecord {
  readonly key: string | null;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** A client of Kafka that knows nothing of Weir: publishes, and keeps what it has read of some topics. */
export class KafkaClient {
  readonly #records = new Map<string, SeenRecord[]>();

  private constructor(
    private readonly producer: Producer,
    private readonly consumer: Consumer,
  ) {}

  /** Reads the topics from now on. */
  static async open(topics: readonly string[]): Promise<KafkaClient> {
    const kafka = new Kafka({
      brokers: (process.env.KAFKA_BROKERS ?? '').split(','),
      logLevel: logLevel.NOTHING,
    });
    const client = new KafkaClient(
      kafka.producer(),
      kafka.consumer({ groupId: `e2e-${process.pid}-${Date.now()}`, maxWaitTimeInMs: 200 }),
    );
    await client.#begin(topics);
    return client;
  }

  async #begin(topics: readonly string[]): Promise<void> {
    await this.producer.connect();
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...topics], fromBeginning: false });
    const joined = new Promise((resolve) => this.consumer.on(this.consumer.events.GROUP_JOIN, resolve));
    await this.consumer.run({ eachMessage: async ({ topic, message }) => this.#keep(topic, message) });
    await joined;
    // Joined is not yet positioned: the first fetch settles where "from now on" begins.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }

  async publish(topic: string, values: readonly (string | Buffer)[]): Promise<void> {
    await this.producer.send({ topic, messages: values.map((value) => ({ value })) });
  }

  records(topic: string): readonly SeenRecord[] {
    return this.#records.get(topic) ?? [];
  }

  /** Waits for a record of the topic that fits. */
  find(topic: string, fits: (record: SeenRecord) => boolean): Promise<SeenRecord> {
    return until(`a record on ${topic}`, async () => this.records(topic).find(fits));
  }

  async close(): Promise<void> {
    await this.consumer.disconnect();
    await this.producer.disconnect();
  }

  #keep(topic: string, message: KafkaMessage): void {
    const headers = Object.fromEntries(
      Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    const record = { key: message.key?.toString() ?? null, value: message.value ?? Buffer.alloc(0), headers };
    const known = this.#records.get(topic);
    if (known === undefined) this.#records.set(topic, [record]);
    else known.push(record);
  }
}
