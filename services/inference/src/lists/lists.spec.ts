import type { ModelArtifact } from '@weir/learning';
import { type ListEntry, ListsCatalog } from '@weir/platform';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { promote, registerVersion } from '../testing/registered-models.js';
import { type RunningInference, startInference } from '../testing/running-inference.js';
import { trainUrlModel } from '../testing/trained-models.js';

const NEVER = 3_600_000;
const PATIENCE = { timeout: 20_000, interval: 20 };
const SILENT_BUS = { publish: async () => undefined };

let artifact: ModelArtifact;
let inference: RunningInference;

beforeAll(async () => {
  artifact = await trainUrlModel();
});
afterEach(() => inference.stop());

async function start(listsIntervalMs: number): Promise<void> {
  inference = await startInference({ listsIntervalMs });
  const { registry, backends } = inference;
  await promote(registry, await registerVersion(registry, backends.objects, { name: 'url', artifact }));
  await vi.waitFor(
    async () => expect(await ask('http://a.example/')).toMatchObject({ probability: expect.any(Number) }),
    PATIENCE,
  );
}

async function ask(url: string): Promise<unknown> {
  const { body } = await inference.request('POST', '/internal/verdicts', { urls: [url] });
  return (body as { results?: unknown[] }).results?.[0];
}

const entry = (host: string, more: Partial<ListEntry> = {}): ListEntry => ({
  list: 'deny',
  entry: host,
  at: new Date().toISOString(),
  ...more,
});

describe('the lists of a running service', () => {
  it('change with the event, for requests and the stream, and back', async () => {
    await start(NEVER);
    const { backends } = inference;
    const catalog = new ListsCatalog(backends.documents, backends.bus, '/weir/test');
    await catalog.put(entry('example.org', { reason: 'seen', by: 'ann' }));
    await vi.waitFor(
      async () =>
        expect(await ask('https://www.example.org/about')).toMatchObject({
          verdict: 'malicious',
          reasons: expect.arrayContaining(['`example.org` is on the deny list: seen (by ann)']),
          list: { list: 'deny', entry: 'example.org' },
        }),
      PATIENCE,
    );
    await backends.bus.publish([{ topic: 'urls.submitted', key: null, value: 'http://x.example.org/' }]);
    await vi.waitFor(() => expect(inference.received('urls.verdicts')).toHaveLength(1), PATIENCE);
    expect(JSON.parse(String(inference.received('urls.verdicts')[0]?.value))).toMatchObject({
      verdict: 'malicious',
      list: { list: 'deny', entry: 'example.org', reason: 'seen', by: 'ann' },
    });
    await catalog.remove(entry('example.org'));
    await vi.waitFor(
      async () => expect(await ask('https://example.org/')).not.toHaveProperty('list'),
      PATIENCE,
    );
    const { body } = await inference.request('GET', '/metrics');
    expect(body).toMatch(/weir_overruled_verdicts_total\{list="deny",source="stream"\} 1/);
  });

  it('come from the store where an event was missed, and hundreds at once where they came', async () => {
    await start(20);
    const { documents, bus } = inference.backends;
    const silent = new ListsCatalog(documents, SILENT_BUS, '/weir/test');
    await silent.put(entry('missed.example'));
    await vi.waitFor(
      async () => expect(await ask('http://missed.example/')).toMatchObject({ verdict: 'malicious' }),
      PATIENCE,
    );
    const catalog = new ListsCatalog(documents, bus, '/weir/test');
    await Promise.all(Array.from({ length: 120 }, (_, index) => catalog.put(entry(`h${index}.example`))));
    await vi.waitFor(
      async () => expect(await ask('http://h119.example/')).toMatchObject({ verdict: 'malicious' }),
      PATIENCE,
    );
  });
});
