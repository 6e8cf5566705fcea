import { randomUUID } from 'node:crypto';
import { startTcpProxy, tcpTargetOf } from '@weir/platform/testing';
import { Decimal128, Long, MongoClient, ObjectId } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MongodbSource } from './mongodb-source.js';

const uri = process.env.MONGODB_URI ?? '';
const database = `weir-ingestion-${randomUUID().slice(0, 8)}`;

let client: MongoClient;
let source: MongodbSource;

beforeAll(async () => {
  if (uri === '') throw new Error('MONGODB_URI is not set');
  client = await new MongoClient(uri).connect();
  source = new MongodbSource({ mongodbUri: uri });
});

afterAll(async () => {
  await client.db(database).dropDatabase();
  await client.close();
});

async function read(collection: string) {
  const open = await source.open({ kind: 'mongodb', database, collection }, ['a', 'label']);
  try {
    const rows: unknown[] = [];
    for await (const { cells } of open.table.rows) rows.push(cells);
    return { rows, position: open.position() };
  } finally {
    await open.close();
  }
}

describe('a MongoDB collection', () => {
  it('is read in the order of _id through many batches, and says where it ended', async () => {
    const documents = Array.from({ length: 2_500 }, (_, index) => ({
      _id: index as never,
      a: index,
      label: 'x',
    }));
    await client
      .db(database)
      .collection('many')
      .insertMany([...documents].reverse());
    const { rows, position } = await read('many');
    expect(rows).toEqual(documents.map(({ a, label }) => [a, label]));
    expect(position).toEqual({
      kind: 'mongodb',
      name: `${database}.many`,
      position: { lastId: '2499', documents: 2_500 },
    });
  });

  it('does not read documents that come after the start', async () => {
    const collection = client.db(database).collection<{ _id: number; a: number }>('growing');
    await collection.insertMany(Array.from({ length: 1_500 }, (_, index) => ({ _id: index, a: index })));
    const open = await source.open({ kind: 'mongodb', database, collection: 'growing' }, ['a', 'label']);
    await collection.insertOne({ _id: 9_999, a: 9_999 });
    let rows = 0;
    for await (const _row of open.table.rows) rows += 1;
    await open.close();
    expect(rows).toBe(1_500);
  });

  it("gives BSON's types as JSON has them", async () => {
    const id = new ObjectId();
    await client
      .db(database)
      .collection('types')
      .insertMany([
        { a: Decimal128.fromString('1.5'), label: 'x' },
        { a: Long.fromString('9007199254740993'), label: id },
        { a: null, label: new Date(0) },
      ]);
    const { rows } = await read('types');
    expect(rows.map((cells) => (cells as unknown[])[1])).toEqual([
      'x',
      String(id),
      '1970-01-01T00:00:00.000Z',
    ]);
    expect((rows[0] as unknown[])[0]).toBe('1.5');
    expect((rows[2] as unknown[])[0]).toBeNull();
  });

  it('names the document with a nested value or a member that is not expected', async () => {
    const { insertedId } = await client
      .db(database)
      .collection('nested')
      .insertOne({ a: { b: 1 } });
    await expect(read('nested')).rejects.toMatchObject({
      code: 'WEIR_DATA_MALFORMED',
      message: expect.stringContaining(String(insertedId)),
    });
    await client.db(database).collection('other').insertOne({ a: 1, c: 2 });
    await expect(read('other')).rejects.toMatchObject({ code: 'WEIR_DATA_COLUMNS' });
  });

  it('that is not there is empty data', async () => {
    await expect(read('absent')).rejects.toMatchObject({ code: 'WEIR_DATA_EMPTY' });
  });

  it('on a server that is away is unavailable, which passes', async () => {
    const away = new MongodbSource({ mongodbUri: 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300' });
    await expect(
      away.open({ kind: 'mongodb', database, collection: 'many' }, ['a', 'label']),
    ).rejects.toMatchObject({ code: 'WEIR_SOURCE_UNAVAILABLE', transient: true });
  });

  it.each(['cut', 'freeze'] as const)(
    'whose connection fails (%s) in the middle is unavailable; once it is back all of it is read',
    async (fault) => {
      const collection = `middle-${fault}`;
      const documents = Array.from({ length: 5_000 }, (_, index) => ({
        _id: index as never,
        a: index,
        label: 'x',
      }));
      await client.db(database).collection(collection).insertMany(documents);
      const proxy = await startTcpProxy(tcpTargetOf(uri, 27_017));
      const far = new MongodbSource(
        { mongodbUri: `mongodb://127.0.0.1:${proxy.port}/?directConnection=true` },
        1_000,
      );
      const readFar = async (onRow: (rowNumber: number) => Promise<void> | undefined) => {
        const open = await far.open({ kind: 'mongodb', database, collection }, ['a', 'label']);
        let rows = 0;
        try {
          for await (const { rowNumber } of open.table.rows) {
            await onRow(rowNumber);
            rows += 1;
          }
          return rows;
        } finally {
          await open.close();
        }
      };
      const failing = (rowNumber: number) =>
        rowNumber === 1_500 ? Promise.resolve(proxy[fault]()) : undefined;
      await expect(readFar(failing)).rejects.toMatchObject({
        code: 'WEIR_SOURCE_UNAVAILABLE',
        transient: true,
      });
      await proxy.restore();
      expect(await readFar(() => undefined)).toBe(5_000);
      await proxy.close();
    },
  );

  it.each([
    { database: 'admin', collection: 'system.users' },
    { database: 'local', collection: 'oplog.rs' },
    { database, collection: 'system.views' },
  ])("is refused where it is the server's own: $database.$collection", async (asked) => {
    await expect(source.open({ kind: 'mongodb', ...asked }, ['a'])).rejects.toMatchObject({
      code: 'WEIR_SOURCE_REFUSED',
      message: expect.stringContaining(asked.collection),
    });
  });

  it('is refused where the service has no MONGODB_URI', async () => {
    await expect(new MongodbSource({}).open({ kind: 'mongodb', collection: 'c' }, [])).rejects.toMatchObject({
      code: 'WEIR_SOURCE_REFUSED',
    });
  });
});
