import type { UrlEnriched } from '@weir/contracts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openTestBackends, type TestBackends } from '../../testing/backends.js';
import { type LocalSite, openLocalSite } from '../../testing/local-site.js';
import { type RunningInference, startInference } from '../../testing/running-inference.js';

const PATIENCE = { timeout: 20_000, interval: 20 };

let site: LocalSite;
let backends: TestBackends;

beforeAll(async () => {
  site = await openLocalSite();
  backends = await openTestBackends();
});
afterAll(async () => {
  await backends.dispose();
  await site.close();
});

/** Over backends that outlast it. */
function start(which: string): Promise<RunningInference> {
  const lasting = { ...backends, dispose: async () => undefined };
  const options = { pollIntervalMs: 3_600_000, enricher: site.network };
  return startInference(options, async () => lasting, { WEIR_ENRICH_STREAM: which });
}

async function publishVerdict(id: string, url: string): Promise<void> {
  const value = JSON.stringify({ id, url, verdict: 'malicious', probability: 0.9 });
  await backends.bus.publish([{ topic: 'urls.verdicts', key: 'shop.example', value }]);
}

const enrichedIn = (inference: RunningInference) =>
  inference.received('urls.enrichments').map(({ value }) => (JSON.parse(String(value)) as UrlEnriched).id);

it('goes on where it stopped: after a stop amid a visit, and after it was off for a while', async () => {
  const first = await start('malicious');
  await vi.waitFor(async () => {
    const body = String((await first.request('GET', '/metrics')).body);
    expect(body).toContain('weir_consumer_lag{group="weir-enrichment"');
  }, PATIENCE);
  await publishVerdict('held', 'http://shop.example/slow');
  await vi.waitFor(() => expect(site.held).toHaveLength(1), PATIENCE);
  await first.stop();
  expect(enrichedIn(first)).toEqual([]);
  site.release();

  const off = await start('off');
  await publishVerdict('meanwhile', 'http://shop.example/later');
  await vi.waitFor(
    () => expect(off.received('urls.verdicts').map(({ key }) => String(key))).toHaveLength(2),
    PATIENCE,
  );
  expect(enrichedIn(off)).toEqual([]);
  await off.stop();

  const again = await start('malicious');
  await vi.waitFor(() => {
    site.release();
    expect(enrichedIn(again).toSorted()).toEqual(['held', 'meanwhile']);
  }, PATIENCE);
  await again.stop();
});
