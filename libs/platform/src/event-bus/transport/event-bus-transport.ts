import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { WeirError } from '../../errors/index.js';
import type { Delivery, EventBatch, EventBus, SubscribeOptions, Subscription } from '../event-bus.js';
import type { BatchHandlerOptions } from './batch-handler.decorator.js';
import { EventBatchContext } from './event-batch-context.js';

export interface EventBusTransportOptions {
  /** The consumer group of handlers that name none. */
  readonly group: string;
  /** Of the handlers that are said to transform. Default `at-least-once`, as for all others. */
  readonly delivery?: Delivery;
}

/** What `on` tells. */
export interface TransportEvents extends Record<string, (...details: never[]) => void> {
  subscribed: (topic: string, group: string) => void;
  /** A handler rejected; the bus will hand the batch over again. */
  failed: (error: unknown, batch: EventBatch, group: string) => void;
  closed: () => void;
}

interface Registration {
  readonly topic: string;
  readonly group: string;
  readonly handler: MessageHandler;
  readonly options: BatchHandlerOptions;
}

/**
 * Nest's transport over any `EventBus`: each `@EventPattern` handler has a subscription of its own and gets whole
 * batches, where Nest's Kafka transport gives single messages. A handler's failure goes to the bus, which hands the
 * same batch over again. The bus is the caller's: `close` drains the subscriptions and leaves it open.
 */
export class EventBusTransport extends Server<TransportEvents> implements CustomTransportStrategy {
  override readonly transportId = Symbol('weir-event-bus');
  override readonly propagatesEventHandlerErrors = true;
  readonly #registrations: Registration[] = [];
  readonly #listeners = new Map<string, ((...details: never[]) => void)[]>();
  #subscriptions: Subscription[] = [];

  constructor(
    private readonly bus: EventBus,
    private readonly options: EventBusTransportOptions,
  ) {
    super();
  }

  /** Called by Nest for each handler. Handlers of one topic stay apart, where the base class would chain them. */
  override addHandler(
    pattern: unknown,
    handler: MessageHandler,
    isEventHandler = false,
    extras: BatchHandlerOptions & Record<string, unknown> = {},
  ): void {
    const topic = this.normalizePattern(pattern as string);
    if (!isEventHandler)
      throw new WeirError('WEIR_CONFIG_INVALID', `${topic}: the event bus has events, no request and reply`);
    handler.isEventHandler = true;
    handler.extras = extras;
    const group = extras.group ?? this.options.group;
    if (this.#registrations.some((other) => other.topic === topic && other.group === group))
      throw new WeirError(
        'WEIR_CONFIG_INVALID',
        `two handlers of ${topic} in the group ${group}: name another group`,
      );
    this.#registrations.push({ topic, group, handler, options: extras });
    if (!this.messageHandlers.has(topic)) this.messageHandlers.set(topic, handler);
  }

  /** Subscribes all handlers; the callback gets the error of the one that could not. */
  async listen(callback: (error?: unknown) => void): Promise<void> {
    // At once, so that a group with several members settles once.
    const outcomes = await Promise.allSettled(this.#registrations.map((each) => this.#subscribe(each)));
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure === undefined) return void callback();
    await this.close();
    callback(failure.reason);
  }

  /** Waits for batches in work, and has them committed. */
  async close(): Promise<void> {
    const subscriptions = this.#subscriptions;
    this.#subscriptions = [];
    await Promise.all(subscriptions.map((subscription) => subscription.close()));
    this.#tell('closed');
  }

  on<Key extends keyof TransportEvents, Callback extends TransportEvents[Key]>(
    event: Key,
    callback: Callback,
  ): void {
    const name = String(event);
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), callback]);
  }

  /** The bus. */
  unwrap<T>(): T {
    return this.bus as T;
  }

  async #subscribe(registration: Registration): Promise<void> {
    const { topic, group } = registration;
    const subscription = await this.bus.subscribe(this.#subscribeOptions(registration), (batch) =>
      this.#handle(registration, batch),
    );
    this.#subscriptions.push(subscription);
    this.#tell('subscribed', topic, group);
  }

  #subscribeOptions({ topic, group, options }: Registration): SubscribeOptions {
    const { from, maxBatchRecords, concurrency, transforms } = options;
    const delivery = transforms === true ? this.options.delivery : undefined;
    return {
      group,
      topics: [topic],
      from: from ?? 'earliest',
      ...(maxBatchRecords === undefined ? {} : { maxBatchRecords }),
      ...(concurrency === undefined ? {} : { concurrency }),
      ...(delivery === undefined ? {} : { delivery }),
    };
  }

  /** Rejects with what the handler threw. */
  async #handle({ handler, group }: Registration, batch: EventBatch): Promise<void> {
    const context = new EventBatchContext([batch, group]);
    try {
      await new Promise<void>((resolve, reject) => {
        this.runWithProcessingHooks(context, async (end) => {
          try {
            await settled(await handler(batch, context));
            resolve();
          } catch (error) {
            reject(error);
          } finally {
            end();
          }
        });
      });
    } catch (error) {
      this.#tell('failed', error, batch, group);
      throw error;
    }
  }

  #tell(event: string, ...details: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? [])
      (listener as (...values: unknown[]) => void)(...details);
  }
}

/** Nest gives failures back as streams that fail; a handler may return one that ends later. */
async function settled(result: unknown): Promise<void> {
  if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
}
