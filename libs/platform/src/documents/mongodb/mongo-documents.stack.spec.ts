import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { documentsContract } from '../../testing/documents-contract.js';
import { serverFaultsContract, tcpTargetOf } from '../../testing/server-faults-contract.js';
import { startTcpProxy, type TcpProxy } from '../../testing/tcp-proxy.js';
import type { Documents } from '../documents.js';
import { MongoDocuments } from './mongo-documents.js';

const uri = process.env.MONGODB_URI ?? '';
if (uri === '') throw new Error('MONGODB_URI is not set: give the tests a MongoDB.');
const database = `weir_contract_${randomUUID().slice(0, 8)}`;
const target = tcpTargetOf(uri, 27_017);
const throughProxy = (port: number, userInfo = '') =>
  `mongodb://${userInfo}127.0.0.1:${port}/${database}?directConnection=true`;

afterAll(async () => {
  const client = new MongoClient(uri);
  await client.db(database).dropDatabase();
  await client.close();
});

documentsContract('MongoDocuments', async () => {
  const documents = new MongoDocuments({ uri, database });
  return {
    documents,
    reopen: async () => new MongoDocuments({ uri, database }),
    dispose: () => documents.close(),
  };
});

serverFaultsContract('MongoDocuments', {
  target,
  unavailable: 'WEIR_DOCUMENTS_UNAVAILABLE',
  open: (port, secret) =>
    new MongoDocuments({ uri: throughProxy(port, secret === '' ? '' : `someone:${secret}@`) }),
  use: async (documents) => {
    const things = await documents.collection({ name: 'faults', indexes: [{ field: 'state' }] });
    const id = randomUUID();
    await things.insert(id, { state: 's' });
    expect(await things.get(id)).toMatchObject({ revision: 1 });
  },
});

describe('MongoDocuments, when the answer to a write is lost', () => {
  let proxy: TcpProxy;
  let documents: MongoDocuments;

  beforeAll(async () => {
    proxy = await startTcpProxy(target);
    documents = new MongoDocuments({ uri: throughProxy(proxy.port) });
  });
  afterAll(async () => {
    await documents.close();
    await proxy.close();
  });

  const open = (name: string) =>
    documents.collection<{ mark: string }>({ name, indexes: [{ field: 'mark', unique: true }] });

  it('knows its own insert again', async () => {
    const things = await open('lost_insert');
    await things.find();
    proxy.loseReplyTo('the-lost-insert');
    expect(await things.insert('a', { mark: 'the-lost-insert' })).toMatchObject({ revision: 1 });
    await expect(things.insert('a', { mark: 'x' })).rejects.toMatchObject({ code: 'WEIR_DOCUMENT_EXISTS' });
  });

  it('knows its own replacement again, and applies it once', async () => {
    const things = await open('lost_replace');
    await things.insert('a', { mark: 'first' });
    proxy.loseReplyTo('the-lost-replacement');
    expect(await things.replace('a', { mark: 'the-lost-replacement' }, 1)).toMatchObject({ revision: 2 });
    expect(await things.get('a')).toEqual({ id: 'a', revision: 2, value: { mark: 'the-lost-replacement' } });
  });

  it('does not take the write of another for its own', async () => {
    const things = await open('lost_other');
    await things.insert('a', { mark: 'first' });
    proxy.loseReplyTo('the-second');
    await expect(things.insert('a', { mark: 'the-second' })).rejects.toMatchObject({
      code: 'WEIR_DOCUMENT_EXISTS',
    });
    proxy.loseReplyTo('the-third');
    await expect(things.replace('a', { mark: 'the-third' }, 7)).rejects.toMatchObject({
      code: 'WEIR_DOCUMENT_CONFLICT',
    });
  });
});

describe('MongoDocuments', () => {
  it('is a Documents, for the compiler too', () => {
    expectTypeOf<MongoDocuments>().toExtend<Documents>();
  });

  it.each(['nonsense', 'mongodb://someone:hush-hush@', 'mongodb://someone:hush-hush@host:port/?x=%%'])(
    'refuses %s without repeating the password',
    (bad) => {
      let error: unknown;
      try {
        new MongoDocuments({ uri: bad });
      } catch (caught) {
        error = caught;
      }
      expect(error).toMatchObject({ code: 'WEIR_CONFIG_INVALID' });
      expect(inspect(error, { depth: 12, showHidden: true })).not.toContain('hush-hush');
    },
  );
});
