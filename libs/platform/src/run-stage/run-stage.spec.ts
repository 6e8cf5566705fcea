import { PipelineRequested, SchemaRegistry, TOPICS } from '@weir/contracts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WeirError } from '../errors/index.js';
import type { OutgoingRecord } from '../event-bus/index.js';
import type { SnapshotCatalog, SnapshotManifest } from '../snapshots/index.js';
import { batchOf } from '../testing/event-batch.js';
import { canHelpToRetry, findSnapshot, readEvents, withHeartbeat } from './index.js';

afterEach(() => {
  vi.useRealTimers();
});

describe('canHelpToRetry', () => {
  it.each([
    [true, new WeirError('WEIR_BUS_UNAVAILABLE', 'away')],
    [true, Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' })],
    [false, new WeirError('WEIR_DATA_EMPTY', 'nothing')],
    [false, new TypeError('our own')],
    [false, 'text'],
  ])('is %s for %s', (expected, error) => {
    expect(canHelpToRetry(error)).toBe(expected);
  });
});

describe('readEvents', () => {
  it('hands on what can be read, and puts the rest aside in the name of the service', async () => {
    const published: OutgoingRecord[] = [];
    const bus = { publish: async (records: readonly OutgoingRecord[]) => void published.push(...records) };
    const request = { runId: 'r', schema: 'url', from: 'training', at: '2026-01-01T00:00:00.000Z' };
    const batch = batchOf(TOPICS.pipelineRequests, [request, { runId: 7 }]);
    const events = await readEvents(bus, batch, PipelineRequested, '/weir/training');
    expect(events.map(({ value }) => value.runId)).toEqual(['r']);
    expect(published).toMatchObject([{ topic: 'urls.rejected', headers: { ce_source: '/weir/training' } }]);
  });
});

describe('withHeartbeat', () => {
  it('beats while the work lasts, whatever becomes of the beats', async () => {
    vi.useFakeTimers();
    const heartbeat = vi.fn(() => Promise.reject(new Error('rebalance')));
    const work = withHeartbeat({ heartbeat }, () => new Promise((done) => setTimeout(done, 10_000, 'done')));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await work).toBe('done');
    expect(heartbeat).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(heartbeat).toHaveBeenCalledTimes(3);
  });
});

describe('findSnapshot', () => {
  const manifest = { id: 'url-1' } as SnapshotManifest;
  const snapshots = { get: async (id: string) => (id === 'url-1' ? manifest : null) } as SnapshotCatalog;
  const find = (schema: string, snapshotId?: string) =>
    findSnapshot(new SchemaRegistry(), snapshots, { schema, snapshotId });

  it('finds the schema and the snapshot, or says which of them is not there', async () => {
    expect(await find('url', 'url-1')).toMatchObject({ schema: { name: 'url' }, manifest });
    await expect(find('none', 'url-1')).rejects.toMatchObject({ code: 'WEIR_SCHEMA_UNKNOWN' });
    await expect(find('url', 'url-2')).rejects.toMatchObject({ code: 'WEIR_NOT_FOUND' });
    await expect(find('url')).rejects.toMatchObject({ code: 'WEIR_NOT_FOUND' });
  });
});
