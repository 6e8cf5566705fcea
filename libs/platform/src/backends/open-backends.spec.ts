import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnvironment } from '../configuration/index.js';
import { KafkaEventBus } from '../event-bus/kafka/index.js';
import { PlatformaticEventBus } from '../event-bus/platformatic/index.js';
import { createLogger } from '../logging/index.js';
import { type OpenBackends, openBackends } from './open-backends.js';

/** Nothing listens on this port of the loopback. */
const NOBODY = '127.0.0.1:1';
const SERVERS = {
  WEIR_BUS: 'kafka',
  KAFKA_BROKERS: NOBODY,
  WEIR_DOCUMENTS: 'mongodb',
  MONGODB_URI: `mongodb://weir:hush@${NOBODY}/weir?serverSelectionTimeoutMS=500`,
  WEIR_OBJECTS: 's3',
  S3_BUCKET: 'weir',
  S3_ENDPOINT: `http://${NOBODY}`,
  S3_ACCESS_KEY_ID: 'key',
  S3_SECRET_ACCESS_KEY: 'hush',
  WEIR_CACHE: 'redis',
  REDIS_URL: `redis://:hush@${NOBODY}`,
};

describe('openBackends', () => {
  let home: string;
  const opened: OpenBackends[] = [];
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'weir-home-'));
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
    await rm(home, { recursive: true, force: true });
  });

  const open = async (variables: NodeJS.ProcessEnv) => {
    const logger = createLogger({ service: 'test', level: 'silent' });
    const backends = await openBackends(readEnvironment({ WEIR_HOME: home, ...variables }), () => logger);
    opened.push(backends);
    return backends;
  };
  const checks = ({ bus, documents, objects, cache }: OpenBackends) =>
    Promise.allSettled([bus, documents, objects, cache].map((each) => each.check()));

  it('opens the four embedded ones, which answer at once', async () => {
    const outcomes = await checks(await open({}));
    expect(outcomes.map((each) => each.status)).toEqual(Array(4).fill('fulfilled'));
  });

  it('keeps what was written for the next opening', async () => {
    const spec = { name: 'things', indexes: [] };
    const first = await open({});
    await (await first.documents.collection(spec)).insert('a', { kept: true });
    await first.objects.put('a', Buffer.from('bytes'));
    await first.close();
    opened.length = 0;
    const second = await open({});
    expect(await (await second.documents.collection(spec)).get('a')).toMatchObject({ value: { kept: true } });
    expect((await second.objects.read('a')).toString()).toBe('bytes');
  });

  it.each(['kafkajs', 'platformatic'])(
    'opens servers that are away, Kafka by %s: each check says so, with its code and without a secret',
    async (client) => {
      const outcomes = await checks(await open({ ...SERVERS, WEIR_KAFKA_CLIENT: client }));
      const codes = outcomes.map((each) =>
        each.status === 'rejected' ? (each.reason as { code: string }).code : 'up',
      );
      expect(codes).toEqual([
        'WEIR_BUS_UNAVAILABLE',
        'WEIR_DOCUMENTS_UNAVAILABLE',
        'WEIR_OBJECTS_UNAVAILABLE',
        'WEIR_CACHE_UNAVAILABLE',
      ]);
      for (const each of outcomes)
        if (each.status === 'rejected') expect(String(each.reason)).not.toContain('hush');
    },
  );

  it('opens the client of Kafka that is named, kafkajs where none is', async () => {
    expect((await open(SERVERS)).bus).toBeInstanceOf(KafkaEventBus);
    expect((await open({ ...SERVERS, WEIR_KAFKA_CLIENT: 'platformatic' })).bus).toBeInstanceOf(
      PlatformaticEventBus,
    );
  });

  it('says that the state folder cannot be written, before any logger is asked for', async () => {
    const file = join(home, 'file');
    await writeFile(file, '');
    const opening = openBackends(readEnvironment({ WEIR_HOME: join(file, 'below') }), () => {
      throw new Error('the log lies in a folder that is not there');
    });
    await expect(opening).rejects.toMatchObject({ code: 'WEIR_STATE_UNWRITABLE' });
  });

  it('gives the folder free where opening fails half-way', async () => {
    const environment = readEnvironment({ WEIR_HOME: home });
    const failing = openBackends(environment, () => {
      throw new Error('no log');
    });
    await expect(failing).rejects.toThrow('no log');
    expect((await checks(await open({}))).map((each) => each.status)).toEqual(Array(4).fill('fulfilled'));
  });
});
