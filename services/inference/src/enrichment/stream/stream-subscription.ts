import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { TOPICS } from '@weir/contracts';
import {
  CONFIG,
  type Consumption,
  consumptionOf,
  Environment,
  EVENT_BUS,
  type EventBatch,
  type EventBus,
  LOGGER,
  type Logger,
  METRICS,
  Metrics,
  type Subscription,
} from '@weir/platform';
import { StreamEnricher } from './stream-enricher.js';
import { streamPlaces } from './stream-places.js';

/** Shared by all replicas, and apart from the classification's: the topic is the queue, the group's lag the backlog. */
export const ENRICHMENT_GROUP = 'weir-enrichment';

/** Between two attempts while the bus is away. */
const RETRY_MS = 1_000;
/** A crash repeats at most these for each partition in hand. */
const MAX_BATCH_RECORDS = 100;

/**
 * The subscription to `urls.verdicts`, where `WEIR_ENRICH_STREAM` asks for one; a handler by decorator would be there
 * always. It begins with the verdicts that come after it was first switched on.
 */
@Injectable()
export class StreamSubscription implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stop = new AbortController();
  #opening: Promise<void> = Promise.resolve();
  #subscription: Subscription | undefined;
  #consumption: Consumption | undefined;

  constructor(
    @Inject(CONFIG) private readonly environment: Environment,
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    @Inject(METRICS) private readonly metrics: Metrics,
    @Inject(StreamEnricher) private readonly enricher: StreamEnricher,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.environment.enrichStream !== 'off') this.#opening = this.#open();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#opening;
    this.#consumption?.close();
    await this.#subscription?.close();
  }

  async #open(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted && this.#subscription === undefined) {
      try {
        await this.#subscribe();
      } catch (error) {
        this.logger.warn({ err: error }, 'the stream is not enriched yet; trying again');
        await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #subscribe(): Promise<void> {
    const topic = TOPICS.urlsVerdicts.name;
    await this.bus.ensureTopics([TOPICS.urlsVerdicts, TOPICS.urlsEnrichments]);
    this.#subscription = await this.bus.subscribe(
      {
        group: ENRICHMENT_GROUP,
        topics: [topic],
        from: 'latest',
        maxBatchRecords: MAX_BATCH_RECORDS,
        concurrency: streamPlaces(this.environment.enrichConcurrency).partitions,
      },
      (batch) => this.#handle(batch),
    );
    this.#consumption = consumptionOf(this.metrics, this.bus);
    this.#consumption.add({ group: ENRICHMENT_GROUP, topic });
    this.logger.info({ which: this.environment.enrichStream }, 'enriching the stream');
  }

  async #handle(batch: EventBatch): Promise<void> {
    try {
      await this.enricher.enrich(batch);
    } catch (error) {
      const { topic, partition, signal } = batch;
      const fields = { err: error, topic, partition, group: ENRICHMENT_GROUP };
      if (!signal.aborted) this.logger.warn(fields, 'a batch failed; it will be handed over again');
      throw error;
    }
  }
}
