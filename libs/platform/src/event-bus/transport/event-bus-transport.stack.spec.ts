import { randomUUID } from 'node:crypto';
import { Controller, type INestMicroservice, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type MicroserviceOptions, Payload } from '@nestjs/microservices';
import { TOPICS, type TopicSpec, UrlSubmitted } from '@weir/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokersUnderTest } from '../brokers/brokers-under-test.js';
import type { EventBatch, EventBus } from '../event-bus.js';
import { KafkaEventBus } from '../kafka/index.js';
import { BatchEventPattern } from './batch-handler.decorator.js';
import { deadLetter } from './dead-letter.js';
import { decodeEvents } from './decode.js';
import { EventBusTransport } from './event-bus-transport.js';
import { publishEvent } from './publish-event.js';
import { traceparentFor } from './trace.js';

const id = randomUUID();
const INPUT: TopicSpec = { ...TOPICS.urlsSubmitted, name: `transport.in.${id}`, partitions: 2 };
const OUTPUT: TopicSpec = { ...TOPICS.urlsVerdicts, name: `transport.out.${id}`, partitions: 1 };
const BUS = Symbol('bus');

const attempts: string[][] = [];
const archived: string[] = [];
let failures = 0;

@Controller()
class Handlers {
  constructor(@Inject(BUS) private readonly bus: EventBus) {}

  @BatchEventPattern(INPUT.name, { maxBatchRecords: 5 })
  async classify(@Payload() batch: EventBatch): Promise<void> {
    const { events, rejected } = decodeEvents(batch, UrlSubmitted);
    attempts.push(events.map(({ value }) => value.url));
    if (failures-- > 0) throw new Error('the database is away');
    await deadLetter(this.bus, rejected, { source: '/test' });
    for (const { value, record } of events)
      await publishEvent(this.bus, OUTPUT, null, value, {
        source: '/test',
        traceparent: traceparentFor(record),
      });
  }

  @BatchEventPattern(INPUT.name, { group: `archive-${id}` })
  async archive(@Payload() batch: EventBatch): Promise<void> {
    archived.push(...batch.records.map(({ value }) => String(value)));
  }
}

const bus = new KafkaEventBus({ brokers: brokersUnderTest(), clientId: 'transport' });

@Module({ controllers: [Handlers], providers: [{ provide: BUS, useValue: bus }] })
class HandlersModule {}

let app: INestMicroservice;

beforeAll(async () => {
  await bus.ensureTopics([INPUT, OUTPUT, TOPICS.urlsRejected]);
  app = await NestFactory.createMicroservice<MicroserviceOptions>(HandlersModule, {
    strategy: new EventBusTransport(bus, { group: `inference-${id}` }),
    logger: false,
  });
});

afterAll(async () => {
  await app.close();
  await bus.close();
});

const until = async (what: string, condition: () => boolean): Promise<void> => {
  const deadline = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`still waiting: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

it('takes batches from Kafka to Kafka: retried in order, bad records set aside, traces continued', async () => {
  const results: EventBatch[] = [];
  const rejected: EventBatch[] = [];
  await bus.subscribe({ group: `results-${id}`, topics: [OUTPUT.name], from: 'earliest' }, async (batch) => {
    results.push(batch);
  });
  await bus.subscribe(
    { group: `rejected-${id}`, topics: [TOPICS.urlsRejected.name], from: 'latest' },
    async (batch) => {
      rejected.push(batch);
    },
  );
  const urls = Array.from({ length: 10 }, (_, index) => `http://a.example/${index}`);
  const traceId = id.replaceAll('-', '');
  const headers = { traceparent: `00-${traceId}-${'c'.repeat(16)}-01` };
  failures = 2;
  await bus.publish([
    ...urls.map((url) => ({
      topic: INPUT.name,
      key: 'k',
      value: JSON.stringify({ url }),
      headers,
      partition: 0,
    })),
    { topic: INPUT.name, key: 'k', value: 'garbage', partition: 0 },
  ]);
  await app.listen();

  await until('all results', () => results.flatMap(({ records }) => records).length >= urls.length);
  const written = results.flatMap(({ records }) => records);
  expect(written.map(({ value }) => JSON.parse(String(value)).url)).toEqual(urls);
  expect(written.every((record) => record.headers.traceparent?.startsWith(`00-${traceId}-`))).toBe(true);
  expect(attempts.slice(0, 3)).toEqual([urls.slice(0, 5), urls.slice(0, 5), urls.slice(0, 5)]);

  const mine = () =>
    rejected.flatMap(({ records }) => records).filter(({ headers: { topic } }) => topic === INPUT.name);
  await until('the bad record', () => mine().length > 0);
  expect(String(mine()[0]?.value)).toBe('garbage');
  expect(mine()[0]?.headers).toMatchObject({ partition: '0', offset: '10', ce_source: '/test' });
  expect(mine()[0]?.headers.error).toMatch(/not JSON/);

  await until('the archive', () => archived.length >= 11);
  expect(archived).toHaveLength(11);
});
