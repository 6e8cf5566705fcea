import { createHash, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { readEnvironment } from '@weir/platform';
import { startTcpProxy, tcpTargetOf } from '@weir/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type S3Settings, S3Source } from './s3-source.js';

const bucket = `weir-ingestion-${randomUUID().slice(0, 8)}`;
const packed = gzipSync('a,label\n1,x\n2,y\n');

let client: S3Client;
let settings: S3Settings;

beforeAll(async () => {
  const {
    S3_ENDPOINT: endpoint,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  } = process.env;
  if (endpoint === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    throw new Error('S3_ENDPOINT, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are not set');
  }
  settings = readEnvironment({ ...process.env, S3_BUCKET: bucket });
  client = new S3Client({
    endpoint,
    region: settings.s3Region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
  });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'in/rows.csv.gz', Body: packed }));
});

afterAll(() => client.destroy());

describe('an S3 object', () => {
  it.each([undefined, bucket])('is read from the bucket named, or the service’s own', async (named) => {
    const request = {
      kind: 's3',
      key: 'in/rows.csv.gz',
      ...(named === undefined ? {} : { bucket: named }),
    } as const;
    const open = await new S3Source(settings).open(request, ['a', 'label']);
    const rows: unknown[] = [];
    for await (const { cells } of open.table.rows) rows.push(cells);
    await open.close();
    expect(rows).toEqual([
      ['1', 'x'],
      ['2', 'y'],
    ]);
    const position = open.position();
    expect(position).toMatchObject({
      kind: 's3',
      name: `s3://${bucket}/in/rows.csv.gz`,
      position: {
        sha256: createHash('sha256').update(packed).digest('hex'),
        bytes: packed.length,
        etag: createHash('md5').update(packed).digest('hex'),
      },
    });
    expect(JSON.stringify(position)).not.toContain(settings.s3SecretAccessKey);
  });

  it('that is not there is not found', async () => {
    const reading = new S3Source(settings).open({ kind: 's3', key: 'absent.csv' }, ['a']);
    await expect(reading).rejects.toMatchObject({ code: 'WEIR_NOT_FOUND', transient: false });
  });

  it('with the wrong credentials is refused, and they are not told', async () => {
    const wrong = new S3Source({ ...settings, s3SecretAccessKey: 'not-the-secret' });
    const error: Error = await wrong.open({ kind: 's3', key: 'in/rows.csv.gz' }, ['a']).then(
      () => new Error('it was read'),
      (reason: Error) => reason,
    );
    expect(error).toMatchObject({ code: 'WEIR_SOURCE_REFUSED' });
    expect(error.message).not.toContain('not-the-secret');
  });

  it('on a server that is away is unavailable, which passes', async () => {
    const away = new S3Source({ ...settings, s3Endpoint: 'http://127.0.0.1:1' });
    await expect(away.open({ kind: 's3', key: 'in/rows.csv.gz' }, ['a'])).rejects.toMatchObject({
      code: 'WEIR_SOURCE_UNAVAILABLE',
      transient: true,
    });
  });

  it.each(['cut', 'freeze'] as const)(
    'whose connection fails (%s) in the middle is unavailable; once it is back all of it is read',
    async (fault) => {
      const text = `a,label\n${'1,x\n'.repeat(2_000_000)}`;
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'large.csv', Body: text }));
      const proxy = await startTcpProxy(tcpTargetOf(settings.s3Endpoint ?? '', 80));
      const far = new S3Source({ ...settings, s3Endpoint: `http://127.0.0.1:${proxy.port}` }, 1_000);
      const readFar = async (onRow: (rowNumber: number) => Promise<void> | undefined) => {
        const open = await far.open({ kind: 's3', key: 'large.csv' }, ['a', 'label']);
        let rows = 0;
        try {
          for await (const { rowNumber } of open.table.rows) {
            rows += 1;
            if (rowNumber === 1_000) await onRow(rowNumber);
          }
          return rows;
        } finally {
          await open.close();
        }
      };
      const failing = () => Promise.resolve(proxy[fault]());
      await expect(readFar(failing)).rejects.toMatchObject({
        code: 'WEIR_SOURCE_UNAVAILABLE',
        transient: true,
      });
      await proxy.restore();
      expect(await readFar(() => undefined)).toBe(2_000_000);
      await proxy.close();
    },
  );
});
