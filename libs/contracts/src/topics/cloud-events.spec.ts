import { describe, expect, it } from 'vitest';
import { cloudEventHeaders } from './cloud-events.js';
import { TOPICS } from './topics.js';

const TRACE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('cloudEventHeaders', () => {
  it('are those of CloudEvents 1.0, Kafka protocol binding, binary mode', () => {
    const time = new Date('2026-03-01T12:00:00Z');
    const provenance = { id: 'url/3', source: '/weir/training', traceparent: TRACE, time };
    expect(cloudEventHeaders(TOPICS.modelsVersions, provenance)).toEqual({
      ce_specversion: '1.0',
      ce_id: 'url/3',
      ce_type: 'weir.models.version.v1',
      ce_source: '/weir/training',
      ce_time: '2026-03-01T12:00:00.000Z',
      'content-type': 'application/json',
      traceparent: TRACE,
    });
  });

  it('have an id of their own and the present time where none is given, and no empty traceparent', () => {
    const before = Date.now();
    const first = cloudEventHeaders(TOPICS.urlsVerdicts, { source: '/weir/inference' });
    const second = cloudEventHeaders(TOPICS.urlsVerdicts, { source: '/weir/inference' });
    expect(first.ce_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(first.ce_id).not.toBe(second.ce_id);
    expect(Date.parse(first.ce_time ?? '')).toBeGreaterThanOrEqual(before);
    expect(first).not.toHaveProperty('traceparent');
  });
});
