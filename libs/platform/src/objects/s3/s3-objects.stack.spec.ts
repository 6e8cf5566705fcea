import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteBucketCommand,
  DeleteObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { bytesOf, objectsContract, sha256Of } from '../../testing/objects-contract.js';
import { serverFaultsContract, tcpTargetOf } from '../../testing/server-faults-contract.js';
import { startTcpProxy, type TcpProxy } from '../../testing/tcp-proxy.js';
import type { Objects } from '../objects.js';
import { S3Objects } from './s3-objects.js';

const { S3_ENDPOINT: endpoint = '', S3_REGION: region = 'us-east-1' } = process.env;
const { S3_ACCESS_KEY_ID: accessKeyId = '', S3_SECRET_ACCESS_KEY: secretAccessKey = '' } = process.env;
if (endpoint === '') throw new Error('S3_ENDPOINT is not set: give the tests an S3 server.');
const credentials = { accessKeyId, secretAccessKey };
const forcePathStyle = process.env.S3_FORCE_PATH_STYLE === 'true';
const bucket = `weir-contract-${randomUUID().slice(0, 8)}`;
const target = tcpTargetOf(endpoint, 80);

const raw = new S3Client({
  endpoint,
  region,
  credentials,
  forcePathStyle,
  requestChecksumCalculation: 'WHEN_REQUIRED',
});

const open = (options: Partial<ConstructorParameters<typeof S3Objects>[0]> = {}) =>
  new S3Objects({ bucket, endpoint, region, credentials, forcePathStyle, ...options });

async function emptyBucket(): Promise<void> {
  const { Contents = [] } = await raw.send(new ListObjectsV2Command({ Bucket: bucket }));
  for (const { Key } of Contents) await raw.send(new DeleteObjectCommand({ Bucket: bucket, Key: Key! }));
}

afterAll(async () => {
  await emptyBucket();
  await raw.send(new DeleteBucketCommand({ Bucket: bucket }));
  raw.destroy();
});

objectsContract('S3Objects', async () => {
  const objects = open();
  return {
    objects,
    reopen: async () => open(),
    tamper: async (Key, Body) => {
      const { Metadata } = await raw.send(new HeadObjectCommand({ Bucket: bucket, Key }));
      await raw.send(new PutObjectCommand({ Bucket: bucket, Key, Body, Metadata }));
    },
    dispose: () => objects.close(),
  };
});

serverFaultsContract('S3Objects', {
  target,
  unavailable: 'WEIR_OBJECTS_UNAVAILABLE',
  open: (port, secret) =>
    open({
      endpoint: `http://127.0.0.1:${port}`,
      ...(secret === '' ? {} : { credentials: { accessKeyId, secretAccessKey: secret } }),
    }),
  use: async (objects) => {
    const key = `faults/${randomUUID()}`;
    await objects.put(key, Buffer.from('v'));
    expect((await objects.read(key)).toString()).toBe('v');
  },
});

describe('S3Objects', () => {
  let proxy: TcpProxy;
  let through: S3Objects;

  beforeAll(async () => {
    proxy = await startTcpProxy(target);
    through = open({ endpoint: `http://127.0.0.1:${proxy.port}` });
  });
  afterAll(async () => {
    await through.close();
    await proxy.close();
  });

  it('is an Objects, for the compiler too', () => {
    expectTypeOf<S3Objects>().toExtend<Objects>();
  });

  it('knows its own put again when the answer is lost', async () => {
    await through.check();
    const key = `lost/${randomUUID()}`;
    proxy.loseReplyTo(`PUT /${bucket}/${key}`);
    expect(await through.put(key, Buffer.from('mine'))).toMatchObject({ created: true, size: 4 });
    expect(await through.put(key, Buffer.from('mine'))).toMatchObject({ created: false });
  });

  it('fails a stream whose server goes away, as an absence and not as corruption', async () => {
    const key = `cut/${randomUUID()}`;
    await through.put(key, randomBytes(8_000_000));
    const stream = await through.get(key);
    await expect(
      (async () => {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          if (chunk.length > 0) await proxy.cut();
        }
      })(),
    ).rejects.toMatchObject({ code: 'WEIR_OBJECTS_UNAVAILABLE' });
    await proxy.restore();
    expect(await bytesOf(await through.get(key))).toHaveLength(8_000_000);
  });

  it('fails a stream whose server hangs', async () => {
    const key = `hang/${randomUUID()}`;
    await through.put(key, randomBytes(8_000_000));
    const stream = await through.get(key);
    proxy.freeze();
    await expect(bytesOf(stream)).rejects.toMatchObject({ code: 'WEIR_OBJECTS_UNAVAILABLE' });
    await proxy.restore();
    expect(await through.read(key)).toHaveLength(8_000_000);
  });

  it('leaves no parts and no spool file behind when an upload breaks', async () => {
    const spoolFolder = await mkdtemp(join(tmpdir(), 'weir-spool-'));
    const objects = open({ endpoint: `http://127.0.0.1:${proxy.port}`, spoolFolder });
    const key = `broken/${randomUUID()}`;
    const body = Readable.from(
      (async function* () {
        for (let part = 0; part < 20; part++) yield randomBytes(1_000_000);
        await proxy.cut();
      })(),
    );
    await expect(objects.put(key, body)).rejects.toMatchObject({ code: 'WEIR_OBJECTS_UNAVAILABLE' });
    await proxy.restore();
    expect(await objects.head(key)).toBeNull();
    expect(await readdir(spoolFolder)).toEqual([]);
    const { Uploads = [] } = await raw.send(new ListMultipartUploadsCommand({ Bucket: bucket }));
    expect(Uploads.filter(({ Key }) => Key === key)).toEqual([]);
    await objects.close();
    await rm(spoolFolder, { recursive: true });
  });

  it('says which folder a stream could not be spooled to', async () => {
    const spoolFolder = join(tmpdir(), randomUUID());
    const objects = open({ spoolFolder });
    const body = Readable.from([Buffer.alloc(20_000_000)]);
    await expect(objects.put('spool/none', body)).rejects.toMatchObject({
      code: 'WEIR_STATE_UNWRITABLE',
      message: expect.stringContaining(spoolFolder),
    });
    await objects.close();
  });

  it('holds a foreign object only against a digest that its reader brings', async () => {
    const Body = Buffer.from('put by someone else');
    const Key = `foreign/${randomUUID()}`;
    await raw.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
    const objects = open();
    await expect(objects.get(Key)).rejects.toMatchObject({ code: 'WEIR_OBJECT_CORRUPT' });
    await expect(objects.head(Key)).rejects.toMatchObject({ code: 'WEIR_OBJECT_CORRUPT' });
    expect(await objects.read(Key, { sha256: sha256Of(Body) })).toEqual(Body);
    await objects.close();
  });

  it('makes no bucket where it must not, and names it', async () => {
    const absent = `weir-absent-${randomUUID().slice(0, 8)}`;
    const objects = open({ bucket: absent, createBucket: false });
    const refusal = { code: 'WEIR_OBJECTS_UNAVAILABLE', message: expect.stringContaining(absent) };
    await expect(objects.check()).rejects.toMatchObject(refusal);
    await expect(objects.put('a', Buffer.from('x'))).rejects.toMatchObject(refusal);
    await objects.close();
  });

  it('reports refused credentials with their HTTP status', async () => {
    const objects = open({ credentials: { accessKeyId, secretAccessKey: 'not-the-secret' } });
    const error: unknown = await objects.check().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'WEIR_OBJECTS_UNAVAILABLE' });
    expect(String(error)).toContain('403');
    expect(String(error)).not.toContain('not-the-secret');
    await objects.close();
  });
});
