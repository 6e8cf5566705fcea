import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormatsModule from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { ALL_TOPICS, TOPICS } from '../topics/topics.js';
import { asyncApiDocument } from './asyncapi.js';

const require = createRequire(import.meta.url);
const addFormats = addFormatsModule as unknown as (ajv: Ajv) => void;
const document = asyncApiDocument({ version: '1.2.3', broker: 'localhost:9092' });

function checker() {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv;
}

describe('asyncApiDocument', () => {
  it("is valid by AsyncAPI's own schema of version 3.0.0", () => {
    const valid = checker().compile(require('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object);
    valid(JSON.parse(JSON.stringify(document)));
    expect(valid.errors ?? []).toEqual([]);
  });

  it('describes every topic under its own name, with its settings', () => {
    const channels = Object.values(document.channels) as { address: string }[];
    expect(channels.map((each) => each.address)).toEqual(ALL_TOPICS.map((each) => each.name));
    expect(document.channels.modelsAliases).toMatchObject({
      bindings: { kafka: { topicConfiguration: { 'cleanup.policy': ['compact'], 'retention.ms': -1 } } },
    });
    expect(Object.keys(document.operations)).toHaveLength(Object.keys(TOPICS).length);
  });

  it('has no dangling reference', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((each) => each[1]);
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((name) => !(String(name) in document.components.schemas))).toEqual([]);
  });

  it('describes values so that a real one passes and a broken one does not', () => {
    const valid = checker().compile({ ...document, $ref: '#/components/schemas/UrlVerdict' });
    const verdict = {
      id: '1',
      url: 'http://a.example/',
      verdict: 'safe',
      probability: 0.1,
      model: { name: 'url', version: 1 },
      reasons: [],
      classifiedAt: '2024-01-01T00:00:00.000Z',
    };
    expect(valid(verdict)).toBe(true);
    expect(valid({ ...verdict, probability: 2 })).toBe(false);
    expect(valid({ ...verdict, model: { name: 'url' } })).toBe(false);
  });

  it('describes enrichments: findings without a verdict pass, and so does a reason for none', () => {
    expect(document.channels.urlsEnrichments).toMatchObject({ address: 'urls.enrichments' });
    expect(document.operations.sendUrlsEnrichments).toMatchObject({ action: 'send' });
    const valid = checker().compile({ ...document, $ref: '#/components/schemas/UrlEnriched' });
    const enriched = (enrichment: unknown) => ({
      id: '1',
      url: 'http://a.example/',
      enrichment,
      enrichedAt: '2024-01-01T00:00:00.000Z',
    });
    const missing = [{ feature: 'web_traffic', reason: 'no source' }];
    expect(valid(enriched({ features: { SFH: 1, web_traffic: null }, missing, tookMs: 5 }))).toBe(true);
    expect(valid(enriched({ error: { code: 'WEIR_ENRICHMENT_REFUSED', message: 'loopback' } }))).toBe(true);
    expect(valid(enriched({ error: { code: '' } }))).toBe(false);
    expect(valid(enriched({ missing: ['web_traffic'] }))).toBe(false);
  });
});
