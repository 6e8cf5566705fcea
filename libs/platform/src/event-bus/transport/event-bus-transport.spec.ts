import { Controller, type INestMicroservice, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, EventPattern, MessagePattern, type MicroserviceOptions, Payload } from '@nestjs/microservices';
import { defer, delay, of, throwError } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BatchHandler, EventBatch, EventBus, SubscribeOptions } from '../event-bus.js';
import { BatchEventPattern } from './batch-handler.decorator.js';
import { EventBatchContext } from './event-batch-context.js';
import { EventBusTransport } from './event-bus-transport.js';

/** Hands over what a test tells it to, and hands a batch that is rejected over again, as every bus does. */
class ScriptedBus {
  readonly subscriptions: { options: SubscribeOptions; handler: BatchHandler; closed: boolean }[] = [];
  refuse: Error | undefined;

  async subscribe(options: SubscribeOptions, handler: BatchHandler) {
    if (this.refuse !== undefined && this.subscriptions.length > 0) throw this.refuse;
    const subscription = { options, handler, closed: false };
    this.subscriptions.push(subscription);
    return {
      close: async () => {
        subscription.closed = true;
      },
    };
  }

  async deliver(group: string, batch: EventBatch): Promise<unknown[]> {
    const rejections: unknown[] = [];
    const subscription = this.subscriptions.find(({ options }) => options.group === group);
    for (;;) {
      try {
        await subscription?.handler(batch);
        return rejections;
      } catch (error) {
        rejections.push(error);
      }
    }
  }
}

const batchOf = (...values: string[]): EventBatch => ({
  topic: 'urls',
  partition: 0,
  records: values.map((value, at) => ({
    topic: 'urls',
    partition: 0,
    offset: BigInt(at),
    key: null,
    value: Buffer.from(value),
    headers: {},
    timestamp: 0,
  })),
  highWatermark: BigInt(values.length),
  signal: new AbortController().signal,
  publish: async () => {},
  heartbeat: async () => {},
});

class Oddity extends Error {}

const seen: { handler: string; values: string[] }[] = [];
const script: { failures: number; contexts: EventBatchContext[] } = { failures: 0, contexts: [] };

const record = (handler: string, batch: EventBatch) =>
  seen.push({ handler, values: batch.records.map(({ value }) => String(value)) });

@Controller()
class Handlers {
  @BatchEventPattern('urls', { from: 'latest', maxBatchRecords: 7, concurrency: 2, transforms: true })
  async classify(@Payload() batch: EventBatch, @Ctx() context: EventBatchContext): Promise<void> {
    record('classify', batch);
    script.contexts.push(context);
    if (script.failures-- > 0) throw new Oddity('the database is away');
  }

  @BatchEventPattern('urls', { group: 'archive' })
  archive(@Payload() batch: EventBatch) {
    return defer(() => {
      record('archive', batch);
      return script.failures-- > 0 ? throwError(() => new Oddity('late')) : of('done').pipe(delay(1));
    });
  }

  @EventPattern('urls', { group: 'plain' })
  async plain(@Payload() batch: EventBatch): Promise<void> {
    record('plain', batch);
    if (script.failures-- > 0) throw new Oddity('hidden');
  }
}

@Module({ controllers: [Handlers] })
class HandlersModule {}

async function start(module: new () => object, bus: ScriptedBus) {
  const transport = new EventBusTransport(bus as unknown as EventBus, {
    group: 'inference',
    delivery: 'exactly-once',
  });
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(module, {
    strategy: transport,
    logger: false,
    abortOnError: false,
  });
  return { app, transport };
}

describe('EventBusTransport', () => {
  let bus: ScriptedBus;
  let transport: EventBusTransport;
  let app: INestMicroservice;

  beforeEach(async () => {
    seen.length = 0;
    script.failures = 0;
    script.contexts.length = 0;
    bus = new ScriptedBus();
    ({ app, transport } = await start(HandlersModule, bus));
  });

  afterEach(() => app.close());

  it('subscribes each handler by itself, with its own group and bounds, those that transform with the delivery', async () => {
    await app.listen();
    expect(bus.subscriptions.map(({ options }) => options)).toEqual([
      {
        group: 'inference',
        topics: ['urls'],
        from: 'latest',
        maxBatchRecords: 7,
        concurrency: 2,
        delivery: 'exactly-once',
      },
      { group: 'archive', topics: ['urls'], from: 'earliest' },
      { group: 'plain', topics: ['urls'], from: 'earliest' },
    ]);
  });

  it('hands the whole batch to the handler of its group, and to no other', async () => {
    await app.listen();
    await bus.deliver('inference', batchOf('a', 'b'));
    await bus.deliver('archive', batchOf('c'));
    expect(seen).toEqual([
      { handler: 'classify', values: ['a', 'b'] },
      { handler: 'archive', values: ['c'] },
    ]);
  });

  it('gives the batch and the group as context', async () => {
    await app.listen();
    const batch = batchOf('a');
    await bus.deliver('inference', batch);
    expect(script.contexts[0]?.getBatch()).toBe(batch);
    expect(script.contexts[0]?.getGroup()).toBe('inference');
  });

  it('rejects with the very exception the handler threw, so that its records come again in order', async () => {
    await app.listen();
    script.failures = 2;
    const rejections = await bus.deliver('inference', batchOf('a', 'b'));
    expect(rejections).toHaveLength(2);
    expect(rejections.every((error) => error instanceof Oddity)).toBe(true);
    expect(seen.map(({ values }) => values)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('waits for a stream that a handler returns, and rejects when it fails', async () => {
    await app.listen();
    script.failures = 1;
    const rejections = await bus.deliver('archive', batchOf('a'));
    expect(rejections).toMatchObject([{ message: 'late' }]);
    expect(seen).toHaveLength(2);
  });

  it('rejects without the filter too, if only with what Nest makes of the exception', async () => {
    await app.listen();
    script.failures = 1;
    const rejections = await bus.deliver('plain', batchOf('a'));
    expect(rejections).toEqual([{ status: 'error', message: 'Internal server error' }]);
    expect(seen).toHaveLength(2);
  });

  it('tells of subscriptions and failures', async () => {
    const failed = vi.fn();
    const subscribed = vi.fn();
    transport.on('failed', failed);
    transport.on('subscribed', subscribed);
    await app.listen();
    script.failures = 1;
    const batch = batchOf('a');
    await bus.deliver('inference', batch);
    expect(subscribed).toHaveBeenNthCalledWith(1, 'urls', 'inference');
    expect(failed).toHaveBeenCalledExactlyOnceWith(expect.any(Oddity), batch, 'inference');
  });

  it('closes its subscriptions and leaves the bus to its owner', async () => {
    await app.listen();
    expect(transport.unwrap()).toBe(bus);
    await app.close();
    expect(bus.subscriptions.map(({ closed }) => closed)).toEqual([true, true, true]);
  });

  it('closes what it opened when one subscription is refused, and says why', async () => {
    bus.refuse = new Error('no such topic');
    await expect(app.listen()).rejects.toThrow('no such topic');
    expect(bus.subscriptions.map(({ closed }) => closed)).toEqual([true]);
  });
});

describe('handlers that cannot work', () => {
  @Controller()
  class Twice {
    @EventPattern('urls')
    one(@Payload() _batch: EventBatch): void {}

    @EventPattern('urls')
    two(@Payload() _batch: EventBatch): void {}
  }

  @Module({ controllers: [Twice] })
  class TwiceModule {}

  @Controller()
  class Asks {
    @MessagePattern('urls')
    ask(): string {
      return 'an answer';
    }
  }

  @Module({ controllers: [Asks] })
  class AsksModule {}

  it('are refused where two share topic and group: each would get half of the partitions', async () => {
    const { app } = await start(TwiceModule, new ScriptedBus());
    await expect(app.listen()).rejects.toMatchObject({ code: 'WEIR_CONFIG_INVALID' });
  });

  it('are refused where one expects a reply', async () => {
    const { app } = await start(AsksModule, new ScriptedBus());
    await expect(app.listen()).rejects.toMatchObject({ code: 'WEIR_CONFIG_INVALID' });
  });
});
