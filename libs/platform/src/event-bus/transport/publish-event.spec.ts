import { TOPICS } from '@weir/contracts';
import { expect, it } from 'vitest';
import type { OutgoingRecord } from '../event-bus.js';
import { publishEvent } from './publish-event.js';

it('publishes JSON under the CloudEvents headers of its topic', async () => {
  const published: OutgoingRecord[] = [];
  const bus = { publish: async (records: readonly OutgoingRecord[]) => void published.push(...records) };
  const time = new Date('2026-01-02T03:04:05.000Z');
  await publishEvent(
    bus,
    TOPICS.modelsVersions,
    'url',
    { name: 'url', version: 2 },
    { id: '7', source: '/weir/training', time },
  );
  expect(published).toEqual([
    {
      topic: 'models.versions',
      key: 'url',
      value: '{"name":"url","version":2}',
      headers: {
        ce_specversion: '1.0',
        ce_id: '7',
        ce_type: 'weir.models.version.v1',
        ce_source: '/weir/training',
        ce_time: '2026-01-02T03:04:05.000Z',
        'content-type': 'application/json',
      },
    },
  ]);
});
