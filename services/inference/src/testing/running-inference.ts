import { randomUUID } from 'node:crypto';
import { SchemaRegistry } from '@weir/contracts';
import {
  type EventBatch,
  type EventRecord,
  Metrics,
  ModelRegistry,
  type RunningService,
  readEnvironment,
  startService,
} from '@weir/platform';
import {
  defineInferenceService,
  type EnrichmentOptions,
  type ListsOptions,
  type ReloadOptions,
} from '../index.js';
import { openTestBackends, silentLogger, type TestBackends } from './backends.js';

export interface RunningInference {
  readonly backends: TestBackends;
  readonly registry: ModelRegistry;
  readonly service: RunningService;
  /** Everything published on a topic since the start, in the order it came. */
  received(topic: string): EventRecord[];
  /** A request of the service; JSON in and out. */
  request(method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

const WATCHED = ['urls.verdicts', 'urls.verdicts.shadow', 'urls.enrichments', 'urls.rejected'];

/**
 * The whole service on a free port, over embedded backends if not told otherwise. `watched`: the topics that `received`
 * knows of, from their beginning.
 */
export async function startInference(
  options: Partial<ReloadOptions & ListsOptions & EnrichmentOptions> = {},
  openBackends: () => Promise<TestBackends> = openTestBackends,
  variables: Readonly<Record<string, string>> = {},
  watched: readonly string[] = WATCHED,
): Promise<RunningInference> {
  const backends = await openBackends();
  const service = await startService(
    {
      service: 'inference',
      environment: readEnvironment(variables),
      backends,
      logger: silentLogger,
      metrics: new Metrics(),
      schemas: new SchemaRegistry(),
    },
    defineInferenceService(options),
    { host: '127.0.0.1', port: 0 },
  );
  await service.consuming;
  const records: EventRecord[] = [];
  const keep = async (batch: EventBatch) => {
    records.push(...batch.records);
  };
  const group = `test-${randomUUID()}`;
  const watch =
    watched.length === 0
      ? undefined
      : await backends.bus.subscribe({ group, topics: watched, from: 'earliest' }, keep);
  return {
    backends,
    registry: new ModelRegistry(backends.documents, backends.bus, '/weir/test'),
    service,
    received: (topic) => records.filter((record) => record.topic === topic),
    request: (method, path, body) => request(`${service.url}${path}`, method, body),
    stop: async () => {
      await watch?.close();
      await service.close();
      await backends.dispose();
    },
  };
}

async function request(
  url: string,
  method: string,
  body: unknown,
): Promise<{ status: number; body: unknown }> {
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(url, { method, ...sent });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, body: isJson ? JSON.parse(text) : text };
}
