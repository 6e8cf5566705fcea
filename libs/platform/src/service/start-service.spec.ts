import { createServer } from 'node:net';
import { Body, Controller, Get, HttpException, Inject, Module, Post } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { SchemaRegistry, TOPICS } from '@weir/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readEnvironment } from '../configuration/index.js';
import { WeirError } from '../errors/index.js';
import { type EventBatch, publishEvent } from '../event-bus/index.js';
import type { HealthReport, Readiness } from '../health/index.js';
import { createLogger } from '../logging/index.js';
import { Metrics } from '../metrics/index.js';
import { type TemporaryBackends, temporaryBackends } from '../testing/temporary-backends.js';
import { type RunningService, startService } from './start-service.js';
import { READINESS } from './tokens.js';

/** What a service's handler has seen, and how it is to behave. */
const handled: { values: string[]; begin: () => Promise<void> } = {
  values: [],
  begin: async () => undefined,
};

@Controller()
class ExampleController {
  constructor(@Inject(READINESS) readiness: Readiness) {
    readiness.require({ name: 'example', check: async () => undefined });
  }

  @Get('fail')
  fail(): void {
    throw new Error('mongodb://weir:hush@db');
  }

  @Get('missing')
  missing(): void {
    throw new WeirError('WEIR_NOT_FOUND', 'There is no run "x"');
  }

  @Get('away')
  away(): void {
    throw new WeirError('WEIR_OBJECTS_UNAVAILABLE', 'no answer');
  }

  @Get('teapot')
  teapot(): void {
    throw new HttpException('short and stout', 418);
  }

  @Post('echo')
  echo(@Body() body: unknown): unknown {
    return body;
  }

  @EventPattern(TOPICS.urlsFeedback.name)
  async onFeedback(@Payload() batch: EventBatch): Promise<void> {
    await handled.begin();
    handled.values.push(...batch.records.map((record) => String(record.key)));
  }
}

@Module({ controllers: [ExampleController] })
class ExampleModule {}

const unavailable = () => new WeirError('WEIR_BUS_UNAVAILABLE', 'redis://:hush@bus does not answer');

describe('startService', () => {
  let backends: TemporaryBackends;
  const running: RunningService[] = [];

  beforeEach(async () => {
    backends = await temporaryBackends();
    Object.assign(handled, { values: [], begin: async () => undefined });
  });
  afterEach(async () => {
    for (const each of running.splice(0)) await each.close();
    await backends.dispose();
  });

  const platform = (metrics = new Metrics()) => ({
    service: 'example',
    environment: readEnvironment({}),
    backends,
    logger: createLogger({ service: 'example', level: 'silent' }),
    metrics,
    schemas: new SchemaRegistry(),
  });
  const start = async (port = 0, metrics?: Metrics, bodyLimit?: number) => {
    const definition = { module: ExampleModule, ...(bodyLimit === undefined ? {} : { bodyLimit }) };
    const service = await startService(platform(metrics), definition, { host: '127.0.0.1', port });
    running.push(service);
    return service;
  };
  const ready = async ({ url }: RunningService) => {
    const response = await fetch(`${url}/health/ready`);
    return { status: response.status, report: (await response.json()) as HealthReport };
  };
  const sendFeedback = (key: string) =>
    publishEvent(backends.bus, TOPICS.urlsFeedback, key, { url: 'http://x' }, { source: '/test' });
  const failing = ({ report }: { report: HealthReport }) =>
    report.dependencies.filter((each) => !each.ok).map((each) => each.name);

  describe('health', () => {
    it('is live, and ready once it consumes, naming every dependency and condition', async () => {
      const service = await start();
      await service.consuming;
      const live = await fetch(`${service.url}/health/live`);
      expect([live.status, await live.json()]).toEqual([200, { status: 'live', service: 'example' }]);
      const { status, report } = await ready(service);
      expect([status, report.status]).toEqual([200, 'ready']);
      expect(report.dependencies.map((each) => each.name)).toEqual([
        'bus',
        'documents',
        'objects',
        'cache',
        'example',
        'consuming',
      ]);
    });

    it.each(['bus', 'documents', 'objects', 'cache'] as const)(
      'is not ready while its %s fails',
      async (name) => {
        const service = await start();
        await service.consuming;
        const check = vi.spyOn(backends[name], 'check').mockRejectedValue(new Error('redis://:hush@away'));
        const answer = await ready(service);
        expect([answer.status, answer.report.status, failing(answer)]).toEqual([503, 'unready', [name]]);
        expect(JSON.stringify(answer)).not.toContain('hush');
        const metrics = await (await fetch(`${service.url}/metrics`)).text();
        expect(metrics).toContain(`weir_dependency_up{name="${name}"} 0`);
        expect(metrics).toContain('weir_dependency_up{name="example"} 1');
        check.mockRestore();
        expect((await ready(service)).status).toBe(200);
        expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
      },
    );

    it('does not wait for a dependency that never answers', async () => {
      const service = await start();
      await service.consuming;
      vi.spyOn(backends.cache, 'check').mockReturnValue(new Promise(() => undefined));
      const answer = await ready(service);
      expect([answer.status, failing(answer)]).toEqual([503, ['cache']]);
      vi.restoreAllMocks();
    });
  });

  describe('a bus that is away at start', () => {
    it.each(['ensureTopics', 'subscribe'] as const)(
      'is waited for where %s fails: live at once, ready later, each record handed over once',
      async (operation) => {
        backends.bus.fail(operation, unavailable(), 2);
        const attempts = vi.spyOn(backends.bus, operation);
        const service = await start();
        expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
        const early = await ready(service);
        expect([early.status, failing(early)]).toEqual([503, ['consuming']]);
        await service.consuming;
        expect(attempts).toHaveBeenCalledTimes(3);
        expect((await ready(service)).status).toBe(200);
        await sendFeedback('a');
        await vi.waitFor(() => expect(handled.values).toEqual(['a']), 10_000);
        expect(await backends.bus.lag('weir-example', [TOPICS.urlsFeedback.name])).toHaveLength(3);
      },
    );

    it('does not hold up closing', async () => {
      backends.bus.fail('ensureTopics', unavailable(), Number.POSITIVE_INFINITY);
      const service = await start();
      await service.close();
      await service.consuming;
      await expect(fetch(`${service.url}/health/live`)).rejects.toThrow();
    });

    it('leaves no subscription behind where the service is closed while it subscribes', async () => {
      let subscribed: () => void = () => undefined;
      const subscribing = new Promise<void>((resolve) => {
        subscribed = resolve;
      });
      const subscribe = backends.bus.subscribe.bind(backends.bus);
      const closed = vi.fn(async () => undefined);
      vi.spyOn(backends.bus, 'subscribe').mockImplementation(async (...given) => {
        await subscribing;
        const subscription = await subscribe(...given);
        return { close: () => closed().then(() => subscription.close()) };
      });
      const service = await start();
      await vi.waitFor(() => expect(backends.bus.subscribe).toHaveBeenCalled());
      await service.close();
      subscribed();
      await service.consuming;
      expect(closed).toHaveBeenCalledTimes(1);
      vi.restoreAllMocks();
    });
  });

  it('drains the batch in hand when it closes, and commits it', async () => {
    let begun: () => void = () => undefined;
    let finish: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    handled.begin = () =>
      new Promise((resolve) => {
        finish = resolve;
        begun();
      });
    const service = await start();
    await service.consuming;
    await sendFeedback('a');
    await hasBegun;
    const closing = service.close();
    finish();
    await closing;
    expect(handled.values).toEqual(['a']);
    const lag = await backends.bus.lag('weir-example', [TOPICS.urlsFeedback.name]);
    expect(lag.reduce((sum, each) => sum + each.lag, 0n)).toBe(0n);
    await expect(fetch(`${service.url}/health/live`)).rejects.toThrow();
    await service.close();
  });

  it('says that its port is in use, and leaves nothing behind', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    await expect(start(port)).rejects.toMatchObject({
      code: 'WEIR_PORT_IN_USE',
      message: `Something listens on 127.0.0.1:${port} already`,
    });
    await new Promise((resolve) => taken.close(resolve));
    expect((await start(port)).port).toBe(port);
  });

  it('refuses to start where two handlers claim a topic, instead of waiting for ever', async () => {
    @Controller()
    class Other {
      @EventPattern(TOPICS.urlsFeedback.name)
      async onFeedback(@Payload() _batch: EventBatch): Promise<void> {}
    }
    @Module({ controllers: [ExampleController, Other] })
    class Twice {}
    const started = startService(platform(), { module: Twice }, { host: '127.0.0.1', port: 0 });
    await expect(started).rejects.toMatchObject({ code: 'WEIR_CONFIG_INVALID' });
  });

  describe('metrics', () => {
    const scrape = async ({ url }: RunningService) => {
      const response = await fetch(`${url}/metrics`);
      expect(response.headers.get('content-type')).toContain('text/plain');
      return (await response.text()).split('\n');
    };

    it('count each batch once and give the lag, also where services share a process', async () => {
      const metrics = new Metrics();
      const service = await start(0, metrics);
      const neighbour = await startService(
        { ...platform(metrics), service: 'neighbour' },
        { module: class Empty {} },
        { host: '127.0.0.1', port: 0 },
      );
      running.push(neighbour);
      await Promise.all([service.consuming, neighbour.consuming]);
      await sendFeedback('a');
      await vi.waitFor(async () => {
        expect(await scrape(service)).toContain(
          'weir_events_consumed_total{group="weir-example",topic="urls.feedback"} 1',
        );
      }, 10_000);
      const lines = await scrape(neighbour);
      for (const partition of [0, 1, 2])
        expect(lines).toContain(
          `weir_consumer_lag{group="weir-example",topic="urls.feedback",partition="${partition}"} 0`,
        );
    });
  });

  describe('errors over HTTP', () => {
    const problem = async (path: string, init?: RequestInit) => {
      const service = running[0] ?? (await start(0, undefined, 1_000));
      const response = await fetch(`${service.url}${path}`, init);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      const body = (await response.json()) as Record<string, unknown>;
      expect(body.status).toBe(response.status);
      return { ...body, retryAfter: response.headers.get('retry-after') };
    };
    const post = (body: string, type = 'application/json') =>
      problem('/echo', { method: 'POST', body, headers: { 'content-type': type } });

    it('are problem documents with a stable type', async () => {
      expect(await problem('/missing?key=hush')).toEqual({
        type: 'urn:weir:error:not-found',
        title: 'Not found',
        status: 404,
        detail: 'There is no run "x". Check the id; lists name what there is.',
        code: 'WEIR_NOT_FOUND',
        instance: '/missing',
        retryAfter: null,
      });
      expect(await problem('/away')).toMatchObject({ code: 'WEIR_OBJECTS_UNAVAILABLE', retryAfter: '2' });
      expect(await problem('/teapot')).toMatchObject({ status: 418, detail: 'short and stout' });
      expect(await problem('/nowhere')).toMatchObject({ status: 404, code: 'WEIR_NOT_FOUND' });
    });

    it('say nothing of their insides', async () => {
      const answer = await problem('/fail');
      expect(answer).toMatchObject({ status: 500, code: 'WEIR_INTERNAL' });
      expect(JSON.stringify(answer)).not.toContain('hush');
    });

    it('tell a client what is wrong with its body', async () => {
      expect(await post('{"a": ')).toMatchObject({ status: 400, code: 'WEIR_REQUEST_INVALID' });
      expect(await post(JSON.stringify('x'.repeat(2_000)))).toMatchObject({ code: 'WEIR_REQUEST_TOO_LARGE' });
      expect(await post('<a/>', 'application/xml')).toMatchObject({ code: 'WEIR_MEDIA_TYPE_UNSUPPORTED' });
    });
  });
});
