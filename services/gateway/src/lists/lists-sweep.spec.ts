import { createLogger, ListsCatalog, WeirError } from '@weir/platform';
import { type TemporaryBackends, temporaryBackends } from '@weir/platform/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ListsSweep } from './lists-sweep.js';

const logger = createLogger({ service: 'gateway', level: 'silent' });

describe('ListsSweep', () => {
  let backends: TemporaryBackends;
  beforeEach(async () => {
    backends = await temporaryBackends();
  });
  afterEach(() => backends.dispose());

  it('deletes what has run out, and leaves the rest', async () => {
    let now = Date.now();
    const lists = new ListsCatalog(backends.documents, backends.bus, '/weir/test', () => now);
    const at = new Date(now).toISOString();
    const expiresAt = new Date(now + 1_000).toISOString();
    await lists.put({ list: 'deny', entry: 'short.example', at, expiresAt });
    await lists.put({ list: 'deny', entry: 'long.example', at });
    now += 1_000;
    await new ListsSweep(lists, logger).sweep();
    const collection = await backends.documents.collection({
      name: 'list_entries',
      indexes: [{ field: 'list' }],
    });
    expect((await collection.find()).items.map(({ id }) => id)).toEqual(['deny/long.example']);
  });

  it('bears a store that is away', async () => {
    const lists: Pick<ListsCatalog, 'sweep'> = {
      sweep: async () => {
        throw new WeirError('WEIR_DOCUMENTS_UNAVAILABLE', 'away');
      },
    };
    await expect(new ListsSweep(lists as ListsCatalog, logger).sweep()).resolves.toBeUndefined();
  });
});
