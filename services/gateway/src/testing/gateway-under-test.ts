import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_TOPICS, SchemaRegistry } from '@weir/contracts';
import {
  type Backends,
  createLogger,
  type Documents,
  type Environment,
  type EventRecord,
  Metrics,
  openStateFolder,
  readEnvironment,
  startService,
} from '@weir/platform';
import { EmbeddedDocuments, EmbeddedEventBus, FilesystemObjects, MemoryCache } from '@weir/platform/adapters';
import { gatewayService } from '../index.js';
import { ScriptedInference } from './scripted-inference.js';

export interface GatewayUnderTest {
  readonly url: string;
  readonly backends: Backends;
  readonly inference: ScriptedInference;
  readonly environment: Environment;
  /** Resolves once progress events are consumed. */
  readonly consuming: Promise<void>;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** The first records of a topic, as soon as there are so many. */
  records(topic: string, count: number): Promise<EventRecord[]>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

export interface GatewaySetup {
  /** Takes the log's lines; `WEIR_LOG_LEVEL` says which. */
  readonly log?: (line: string) => void;
  /** Stands before the documents: to fail, say, or to find something there. */
  readonly documents?: (documents: Documents) => Documents | Promise<Documents>;
}

/** The gateway on a free loopback port, over embedded backends in a folder of its own. */
export async function startGateway(
  variables: NodeJS.ProcessEnv = {},
  { log, documents }: GatewaySetup = {},
): Promise<GatewayUnderTest> {
  const home = mkdtempSync(join(tmpdir(), 'weir-gateway-'));
  const folder = await openStateFolder(home);
  const inference = new ScriptedInference();
  const environment = readEnvironment({
    WEIR_HOME: home,
    WEIR_LOG_LEVEL: 'silent',
    WEIR_INFERENCE_URL: await inference.listen(),
    ...variables,
  });
  const stored = new EmbeddedDocuments(folder.lmdb('documents'));
  const backends: Backends = {
    bus: new EmbeddedEventBus(folder.lmdb('events')),
    documents: (await documents?.(stored)) ?? stored,
    objects: new FilesystemObjects(folder.sub('objects')),
    cache: new MemoryCache(),
  };
  await backends.bus.ensureTopics(ALL_TOPICS);
  const logger = createLogger({
    service: 'gateway',
    level: environment.logLevel,
    ...(log === undefined ? {} : { destination: { write: log } }),
  });
  const platform = {
    service: 'gateway',
    environment,
    backends,
    logger,
    metrics: new Metrics(),
    schemas: new SchemaRegistry(),
  };
  const closeBackends = async (): Promise<void> => {
    await Promise.all([backends.bus.close(), backends.documents.close(), backends.objects.close()]);
    await inference.close();
    await folder.close();
    rmSync(home, { recursive: true, force: true });
  };
  const listen = { host: environment.host, port: 0 };
  const running = await startService(platform, gatewayService, listen).catch(async (error: unknown) => {
    await closeBackends();
    throw error;
  });
  const { url, consuming } = running;
  return {
    url,
    backends,
    inference,
    environment,
    consuming,
    call: (method, path, body, headers) => call(`${url}${path}`, method, body, headers),
    records: (topic, count) => firstRecords(backends, topic, count),
    close: async () => {
      await running.close();
      await closeBackends();
    },
  };
}

/** `body`: an object is sent as JSON, text and forms as they are. */
async function call(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const isPlain = body !== undefined && typeof body !== 'string' && !(body instanceof FormData);
  const response = await fetch(url, {
    method,
    headers: { ...(isPlain ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body === undefined ? {} : { body: isPlain ? JSON.stringify(body) : (body as string | FormData) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

let groups = 0;

async function firstRecords({ bus }: Backends, topic: string, count: number): Promise<EventRecord[]> {
  const records: EventRecord[] = [];
  groups += 1;
  let done: () => void = () => {};
  const enough = new Promise<void>((resolve) => {
    done = resolve;
  });
  const subscription = await bus.subscribe(
    { group: `test-${groups}`, topics: [topic], from: 'earliest' },
    async (batch) => {
      records.push(...batch.records);
      if (records.length >= count) done();
    },
  );
  await enough;
  await subscription.close();
  return records;
}
