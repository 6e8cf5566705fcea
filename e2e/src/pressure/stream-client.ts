import { randomUUID } from 'node:crypto';
import { type Admin, ConfigResourceTypes, type Consumer, Kafka, logLevel, type Producer } from 'kafkajs';

export interface WatchedRecord {
  readonly partition: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** A plain client: publishes to urls.submitted, changes topics, and hands on what comes out from now on. */
export class StreamClient {
  readonly verdictIds = new Map<string, number>();
  readonly rejected: WatchedRecord[] = [];

  private constructor(
    readonly producer: Producer,
    private readonly consumer: Consumer,
    private readonly admin: Admin,
  ) {}

  static async open(): Promise<StreamClient> {
    const brokers = (process.env.KAFKA_BROKERS ?? '').split(',');
    const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING });
    const consumer = kafka.consumer({ groupId: `pressure-${randomUUID()}`, maxWaitTimeInMs: 200 });
    const client = new StreamClient(kafka.producer(), consumer, kafka.admin());
    await Promise.all([client.producer.connect(), client.admin.connect(), consumer.connect()]);
    await client.watch();
    return client;
  }

  /** Ids that begin so and have a verdict. */
  answered(prefix: string): number {
    return [...this.verdictIds.keys()].filter((id) => id.startsWith(prefix)).length;
  }

  async publish(messages: readonly { key?: string; value: string | Buffer | null; partition?: number }[]) {
    return this.producer.send({
      topic: 'urls.submitted',
      messages: messages.map((each) => ({ key: null, ...each })),
    });
  }

  /** Sets a topic's own configuration; an empty one gives back what it was created with. */
  async configure(topic: string, settings: Readonly<Record<string, string>>): Promise<void> {
    const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
    await this.admin.alterConfigs({
      validateOnly: false,
      resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configEntries }],
    });
  }

  async close(): Promise<void> {
    await this.consumer.disconnect();
    await this.producer.disconnect();
    await this.admin.disconnect();
  }

  private async watch(): Promise<void> {
    const { consumer } = this;
    await consumer.subscribe({ topics: ['urls.verdicts', 'urls.rejected'], fromBeginning: false });
    const fetching = new Promise((resolve) => consumer.on(consumer.events.FETCH, resolve));
    await consumer.run({
      eachBatch: async ({ batch }) => {
        for (const { key, value, headers = {} } of batch.messages) {
          const texts = Object.fromEntries(
            Object.entries(headers).map(([name, text]) => [name, String(text)]),
          );
          const id = texts.ce_id ?? '';
          if (batch.topic === 'urls.verdicts') this.verdictIds.set(id, (this.verdictIds.get(id) ?? 0) + 1);
          else this.rejected.push({ partition: batch.partition, key, value, headers: texts });
        }
      },
    });
    // The first fetch settles where "from now on" begins.
    await fetching;
  }
}
