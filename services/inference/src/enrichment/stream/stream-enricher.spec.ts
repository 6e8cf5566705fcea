import { type StreamedEnrichment, UrlEnriched, validate } from '@weir/contracts';
import {
  type EventBatch,
  type EventBus,
  type OutgoingRecord,
  readEnvironment,
  WeirError,
} from '@weir/platform';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLogger } from '../../testing/backends.js';
import { batchOf } from '../../testing/records.js';
import type { UrlEnrichment } from '../url-enrichment.js';
import { StreamEnricher } from './stream-enricher.js';

const FOUND: StreamedEnrichment = { features: { SFH: -1, web_traffic: null }, missing: [], tookMs: 5 };

let published: OutgoingRecord[];
let visited: string[];
let lookUp: (url: string) => Promise<StreamedEnrichment>;
let publish: (records: readonly OutgoingRecord[]) => Promise<void>;
let enricher: StreamEnricher;

beforeEach(() => {
  published = [];
  visited = [];
  lookUp = async () => FOUND;
  publish = async (records) => void published.push(...records);
  enricher = new StreamEnricher(
    readEnvironment({ WEIR_ENRICH_STREAM: 'flagged', WEIR_ENRICH_CONCURRENCY: '16' }),
    { publish: (records: readonly OutgoingRecord[]) => publish(records) } as EventBus,
    {
      enrichStreamed: (url: string) => {
        visited.push(url);
        return lookUp(url);
      },
    } as UrlEnrichment,
    silentLogger,
  );
});

function verdicts(kinds: readonly string[], signal?: AbortSignal): EventBatch {
  const batch = batchOf(
    kinds.map((verdict, index) =>
      JSON.stringify({ id: `id-${index}`, url: `http://a.example/${index}`, verdict }),
    ),
    signal === undefined ? {} : { signal },
  );
  const records = batch.records.map((record) => ({ ...record, key: Buffer.from('a.example') }));
  return { ...batch, topic: 'urls.verdicts', records };
}

const values = () => published.map(({ value }) => JSON.parse(String(value)) as UrlEnriched);

describe('StreamEnricher', () => {
  it('publishes what was found of the asked kinds, under the verdict’s key and id', async () => {
    await enricher.enrich(verdicts(['malicious', 'safe', 'suspicious']));
    expect(values().map(({ id, url }) => [id, url])).toEqual([
      ['id-0', 'http://a.example/0'],
      ['id-2', 'http://a.example/2'],
    ]);
    expect(visited).toHaveLength(2);
    for (const value of values()) expect(validate(UrlEnriched, value)).toMatchObject({ ok: true });
    const [first] = published;
    expect(first).toMatchObject({
      topic: 'urls.enrichments',
      key: Buffer.from('a.example'),
      headers: { ce_id: 'id-0', ce_type: 'weir.urls.enrichment.v1', ce_source: '/weir/inference' },
    });
    expect(first?.headers).not.toHaveProperty('traceparent');
  });

  it('carries a trace on', async () => {
    const batch = verdicts(['malicious']);
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const records = batch.records.map((record) => ({ ...record, headers: { traceparent } }));
    await enricher.enrich({ ...batch, records });
    expect(published[0]?.headers?.traceparent).toContain('4bf92f3577b34da6a3ce929d0e0e4736');
  });

  it('publishes each as soon as it was visited, whoever else keeps it waiting', async () => {
    let answer: (found: StreamedEnrichment) => void = () => undefined;
    lookUp = (url) =>
      url.endsWith('/0') ? new Promise((resolve) => (answer = resolve)) : Promise.resolve(FOUND);
    const work = enricher.enrich(verdicts(['malicious', 'malicious', 'malicious']));
    // Of the partition's two places one is held up, and the other goes on.
    await vi.waitFor(() => expect(values().map(({ id }) => id)).toEqual(['id-1', 'id-2']));
    answer(FOUND);
    await work;
    expect(values().map(({ id }) => id)).toEqual(['id-1', 'id-2', 'id-0']);
  });

  it('waits for a place where there is none, and drops nothing', async () => {
    let refusals = 2;
    lookUp = async () => {
      if (refusals === 0) return FOUND;
      refusals -= 1;
      throw new WeirError('WEIR_ENRICHMENT_UNAVAILABLE', 'Too many at once');
    };
    await enricher.enrich(verdicts(['malicious']));
    expect(visited).toHaveLength(3);
    expect(values().map(({ enrichment }) => enrichment)).toEqual([FOUND]);
  });

  it('rejects with what the bus rejected with, so that the batch comes again', async () => {
    publish = async () => {
      throw new WeirError('WEIR_BUS_UNAVAILABLE', 'away');
    };
    const work = enricher.enrich(verdicts(['malicious', 'malicious', 'malicious']));
    await expect(work).rejects.toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
    expect(visited).toHaveLength(2);
  });

  it('ends at once where the partition is taken away, and publishes nothing after', async () => {
    const abort = new AbortController();
    const answers: ((found: StreamedEnrichment) => void)[] = [];
    lookUp = () => new Promise((resolve) => void answers.push(resolve));
    const work = enricher.enrich(verdicts(['malicious', 'malicious', 'malicious'], abort.signal));
    abort.abort(new Error('revoked'));
    await expect(work).rejects.toThrow('revoked');
    for (const answer of answers) answer(FOUND);
    await new Promise((resolve) => setImmediate(resolve));
    expect(published).toEqual([]);
    expect(visited).toHaveLength(2);
  });
});
