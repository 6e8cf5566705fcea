import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  DeleteBucketCommand,
  DeleteObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  ALL_TOPICS,
  DatasetSnapshotPublished,
  type PipelineRequested,
  SchemaRegistry,
  type SourceRequest,
} from '@weir/contracts';
import {
  createLogger,
  decodeEvents,
  type Environment,
  readEnvironment,
  SnapshotCatalog,
  SnapshotReader,
  type Subscription,
} from '@weir/platform';
import { KafkaEventBus, MongoDocuments, S3Objects } from '@weir/platform/adapters';
import { Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Sources } from '../sources/index.js';
import { Ingestion } from './ingestion.js';

const SHIPPED = new URL('../../../../datasets/uci-phishing-websites.csv.gz', import.meta.url);
const name = `weir-ingestion-${randomUUID().slice(0, 8)}`;

let environment: Environment;
let bus: KafkaEventBus;
let documents: MongoDocuments;
let objects: S3Objects;
let s3: S3Client;
let mongo: MongoClient;
let ingestion: Ingestion;
let subscription: Subscription;
let packed: Buffer;
let rows: Record<string, number>[];
const published: DatasetSnapshotPublished[] = [];

beforeAll(async () => {
  environment = readEnvironment({
    ...process.env,
    WEIR_BUS: 'kafka',
    WEIR_DOCUMENTS: 'mongodb',
    WEIR_OBJECTS: 's3',
    S3_BUCKET: name,
  });
  const {
    s3AccessKeyId = '',
    s3SecretAccessKey = '',
    s3Endpoint = '',
    s3Region,
    s3ForcePathStyle,
  } = environment;
  const credentials = { accessKeyId: s3AccessKeyId, secretAccessKey: s3SecretAccessKey };
  const connection = {
    endpoint: s3Endpoint,
    region: s3Region,
    forcePathStyle: s3ForcePathStyle,
    credentials,
  };
  bus = new KafkaEventBus({ brokers: environment.kafkaBrokers, clientId: name });
  documents = new MongoDocuments({ uri: environment.mongodbUri ?? '', database: name });
  objects = new S3Objects({ bucket: name, ...connection });
  s3 = new S3Client(connection);
  mongo = await new MongoClient(environment.mongodbUri ?? '').connect();
  await bus.ensureTopics(ALL_TOPICS);
  ingestion = new Ingestion({
    bus,
    documents,
    objects,
    schemas: new SchemaRegistry(),
    sources: new Sources(environment, objects),
    logger: createLogger({ service: 'ingestion', level: 'silent' }),
  });
  subscription = await bus.subscribe(
    { group: name, topics: ['datasets.snapshots'], from: 'earliest' },
    async (batch) => {
      published.push(...decodeEvents(batch, DatasetSnapshotPublished).events.map((each) => each.value));
    },
  );
  packed = await readFile(SHIPPED);
  const [header = '', ...lines] = gunzipSync(packed).toString().trimEnd().split('\n');
  const columns = header.split(',');
  rows = lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, at) => [columns[at], Number(cell)])),
  );
});

afterAll(async () => {
  await subscription?.close();
  await mongo?.db(name).dropDatabase();
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: name }));
  if (Contents.length > 0) {
    const Objects = Contents.map(({ Key }) => ({ Key }));
    await s3.send(new DeleteObjectsCommand({ Bucket: name, Delete: { Objects } }));
  }
  await s3.send(new DeleteBucketCommand({ Bucket: name }));
  await Promise.all([bus?.close(), documents?.close(), objects?.close(), mongo?.close()]);
  s3.destroy();
});

async function ingest(source: SourceRequest): Promise<DatasetSnapshotPublished> {
  const runId = randomUUID();
  const request: PipelineRequested = {
    runId,
    schema: 'uci-30',
    from: 'ingestion',
    source,
    at: new Date().toISOString(),
  };
  await ingestion.handle(request);
  return vi.waitFor(() => {
    const event = published.find((each) => each.runId === runId);
    if (event === undefined) throw new Error('no event yet');
    return event;
  }, 30_000);
}

it('gives the same snapshot for the UCI data from S3, from MongoDB and from Kafka', async () => {
  await objects.put('in/placeholder', Buffer.from('the first put makes the bucket'));
  await s3.send(new PutObjectCommand({ Bucket: name, Key: 'in/uci.csv.gz', Body: packed }));
  const documentsOfRows = rows.map((row, index) => ({ _id: index as never, ...row }));
  await mongo.db(name).collection('uci').insertMany(documentsOfRows);
  const kafka = new Kafka({ brokers: environment.kafkaBrokers, logLevel: logLevel.NOTHING });
  const [admin, producer] = [kafka.admin(), kafka.producer()];
  await Promise.all([admin.connect(), producer.connect()]);
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic: name, numPartitions: 2 }] });
  const half = Math.ceil(rows.length / 2);
  for (let start = 0; start < rows.length; start += 1_000) {
    const messages = rows
      .slice(start, start + 1_000)
      .map((row, index) => ({ partition: start + index < half ? 0 : 1, value: JSON.stringify(row) }));
    await producer.send({ topic: name, messages });
  }

  const fromS3 = await ingest({ kind: 's3', key: 'in/uci.csv.gz' });
  const fromMongodb = await ingest({ kind: 'mongodb', database: name, collection: 'uci' });
  const fromKafka = await ingest({ kind: 'kafka', topic: name });
  await Promise.all([admin.disconnect(), producer.disconnect()]);

  expect(fromS3).toMatchObject({ rows: 11_055, source: { kind: 's3', name: `s3://${name}/in/uci.csv.gz` } });
  expect([fromMongodb.snapshotId, fromKafka.snapshotId]).toEqual([fromS3.snapshotId, fromS3.snapshotId]);
  const manifest = (await new SnapshotCatalog(documents).get(fromS3.snapshotId))!;
  let read = 0;
  for await (const chunk of new SnapshotReader(objects).chunks(manifest)) read += chunk.rows;
  expect(read).toBe(11_055);
});

it('takes an upload, and links it to the snapshot before', async () => {
  const csv = gunzipSync(packed).toString().split('\n').slice(0, 101).join('\n');
  await objects.put('uploads/part', gzipSync(csv));
  const newest = await new SnapshotCatalog(documents).newest('uci-30');
  expect(await ingest({ kind: 'upload', key: 'uploads/part' })).toMatchObject({
    rows: 100,
    parent: newest?.id,
  });
});
