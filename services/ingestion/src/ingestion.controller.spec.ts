import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { ALL_TOPICS, TOPICS } from '@weir/contracts';
import {
  EVENT_BUS,
  EventBusTransport,
  type EventRecord,
  openStateFolder,
  publishEvent,
  type StateFolder,
} from '@weir/platform';
import { EmbeddedEventBus } from '@weir/platform/adapters';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Ingestion } from './ingestion/index.js';
import { IngestionController } from './ingestion.controller.js';

let path: string;
let folder: StateFolder;
let bus: EmbeddedEventBus;
const handle = vi.fn<Ingestion['handle']>();

beforeEach(async () => {
  handle.mockReset();
  path = await mkdtemp(join(tmpdir(), 'weir-controller-'));
  folder = await openStateFolder(path);
  bus = new EmbeddedEventBus(folder.lmdb('events'));
  await bus.ensureTopics(ALL_TOPICS);
});

afterEach(async () => {
  await bus.close();
  await folder.close();
  await rm(path, { recursive: true, force: true });
});

async function serviceOn(work: () => Promise<void>): Promise<void> {
  const module = await Test.createTestingModule({
    controllers: [IngestionController],
    providers: [
      { provide: EVENT_BUS, useValue: bus },
      { provide: Ingestion, useValue: { handle } },
    ],
  }).compile();
  const service = module.createNestMicroservice({
    strategy: new EventBusTransport(bus, { group: 'weir-ingestion' }),
    logger: false,
  });
  await service.listen();
  try {
    await work();
  } finally {
    await service.close();
  }
}

const ask = (runId: string, from: string, traceparent?: string) =>
  publishEvent(
    bus,
    TOPICS.pipelineRequests,
    'same-key',
    { runId, schema: 'uci-9', from, source: { kind: 'file', path: 'x' }, at: new Date().toISOString() },
    { source: '/spec', ...(traceparent === undefined ? {} : { traceparent }) },
  );

const runsHandled = () => handle.mock.calls.map(([request]) => request.runId);

it('takes the requests that begin with ingestion, in their order, with their trace', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await ask('one', 'ingestion', traceparent);
  await ask('two', 'validation');
  await ask('three', 'training');
  await ask('four', 'ingestion');
  await serviceOn(() => vi.waitFor(() => expect(runsHandled()).toEqual(['one', 'four']), 5_000));
  expect(handle.mock.calls[0]?.[1]).toMatchObject({ traceparent, signal: expect.any(AbortSignal) });
});

it('is handed a request again when its handling rejects, and goes on behind it then', async () => {
  handle.mockRejectedValueOnce(new Error('the server is away'));
  await ask('one', 'ingestion');
  await ask('two', 'ingestion');
  await serviceOn(() => vi.waitFor(() => expect(runsHandled()).toEqual(['one', 'one', 'two']), 10_000));
});

it('puts what is no request into the dead letters, and goes on behind it', async () => {
  await bus.publish([{ topic: TOPICS.pipelineRequests.name, key: 'same-key', value: '{"runId":7}' }]);
  await ask('two', 'ingestion');
  await serviceOn(() => vi.waitFor(() => expect(runsHandled()).toEqual(['two']), 5_000));
  const rejected: EventRecord[] = [];
  const subscription = await bus.subscribe(
    { group: 'spec', topics: [TOPICS.urlsRejected.name], from: 'earliest' },
    async (batch) => {
      rejected.push(...batch.records);
    },
  );
  await vi.waitFor(() => expect(rejected).toHaveLength(1), 5_000);
  await subscription.close();
  expect(String(rejected[0]?.value)).toBe('{"runId":7}');
  expect(rejected[0]?.headers).toMatchObject({
    topic: 'pipeline.requests',
    error: expect.stringContaining('runId'),
  });
});
