import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setTimeout as delay } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ALL_TOPICS } from '@weir/contracts';
import {
  type BatchRetried,
  EVENT_BUS_CHANNELS,
  type EventBatch,
  EventBusTransport,
} from '../event-bus/index.js';
import type { ReadinessCheck } from '../health/index.js';
import { type Consumption, consumptionOf } from '../metrics/index.js';
import type { Platform } from './platform.module.js';

const RETRY_MS = 1_000;

/** The event side of a service: waits for the bus, makes the topics, then hands batches to the handlers. */
export class Consumer implements ReadinessCheck {
  readonly name = 'consuming';
  readonly #stopping = new AbortController();
  readonly #consumption: Consumption;
  readonly #groups = new Set<string>();
  /** Failures that the handlers' listener has told of. */
  readonly #told = new WeakSet<Error>();
  #consuming = false;

  /** Throws `WEIR_CONFIG_INVALID` where two handlers claim the same topic. */
  constructor(
    private readonly platform: Platform,
    private readonly app: NestFastifyApplication,
  ) {
    const { service, metrics, backends, environment } = platform;
    this.#consumption = consumptionOf(metrics, backends.bus);
    const strategy = new EventBusTransport(backends.bus, {
      group: `weir-${service}`,
      delivery: environment.delivery,
    });
    strategy.on('subscribed', (topic: string, group: string) => {
      this.#groups.add(group);
      this.#consumption.add({ topic, group });
    });
    strategy.on('failed', (error: unknown, batch: EventBatch, group: string) => {
      const { topic, partition, records } = batch;
      const fields = { err: error, topic, partition, group, offset: String(records[0]?.offset ?? '') };
      platform.logger.warn(fields, 'a batch failed; it will be handed over again');
      if (error instanceof Error) this.#told.add(error);
    });
    subscribe(EVENT_BUS_CHANNELS.retry, this.#onRetry);
    // Once: each transport connected to the application would subscribe all handlers.
    app.connectMicroservice({ strategy });
  }

  async check(): Promise<void> {
    if (!this.#consuming) throw new Error('not consuming yet');
  }

  /** Resolves once all handlers are subscribed, or the consumer is stopped. */
  async start(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.platform.backends.bus.ensureTopics(ALL_TOPICS);
        if (signal.aborted) return;
        await this.app.startAllMicroservices();
        if (signal.aborted) await this.#leave();
        else this.#begun();
        return;
      } catch (error) {
        if (signal.aborted) return;
        this.platform.logger.warn({ err: error }, 'the event bus is not there yet; trying again');
        await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** A batch can fail besides its handler: a transaction that cannot begin or end. */
  readonly #onRetry = (message: unknown): void => {
    const { error, group, topic, partition, attempt, delayMs } = message as BatchRetried;
    if (!this.#groups.has(group) || (error instanceof Error && this.#told.has(error))) return;
    const fields = { err: error, topic, partition, group, attempt, delayMs };
    this.platform.logger.warn(fields, 'a batch was not delivered; it will be handed over again');
  };

  /** Nothing new is begun; closing the application drains what is in hand. */
  stop(): void {
    this.#stopping.abort();
    this.#consuming = false;
    this.#consumption.close();
    unsubscribe(EVENT_BUS_CHANNELS.retry, this.#onRetry);
  }

  #begun(): void {
    this.#consuming = true;
    this.platform.logger.info('consuming');
  }

  /** Stopped while it was subscribing: the application was closed before these subscriptions were there. */
  async #leave(): Promise<void> {
    await Promise.all(this.app.getMicroservices().map((each) => each.close()));
  }
}
