import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SchemaRegistry, TOPICS } from '@weir/contracts';
import {
  CHAMPION,
  createLogger,
  type DriftEntry,
  Metrics,
  ModelRegistry,
  readEnvironment,
} from '@weir/platform';
import { type TemporaryBackends, temporaryBackends } from '@weir/platform/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Standalone, startStandalone } from './standalone.js';

const BAITS = ['paypal', 'appleid', 'netflix', 'chase', 'amazon', 'dropbox'];
const PATIENCE = { timeout: 90_000, interval: 200 };

/** The same choices in every run (mulberry32). */
function choices(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

interface LabelledUrl {
  readonly url: string;
  readonly label: 'phishing' | 'benign';
}

/** Made-up links of made-up sites, a third of them phishing. `campaign`: nearly all are, by long paths full of digits. */
function links(count: number, seed: number, campaign = false): LabelledUrl[] {
  const choose = choices(seed);
  const word = (least: number, most: number) =>
    Array.from({ length: least + choose(most - least + 1) }, () => String.fromCharCode(97 + choose(26))).join(
      '',
    );
  return Array.from({ length: count }, () => {
    const isPhishing = choose(campaign ? 20 : 3) < (campaign ? 18 : 1);
    if (!isPhishing) return { url: `${word(5, 12)}.com/${word(3, 9)}/${word(4, 14)}`, label: 'benign' };
    const bait = BAITS[choose(BAITS.length)];
    const path = campaign
      ? `/${choose(1e9)}/${choose(1e9)}/${word(20, 40)}?id=${choose(1e9)}&t=${choose(1e9)}`
      : '';
    return { url: `${bait}-${word(4, 8)}.${word(3, 8)}.tk/login${path}`, label: 'phishing' };
  });
}

/** From training to the report: no part of the way is stood in for. */
describe('a stream beside what its model was taught', () => {
  let backends: TemporaryBackends;
  let weir: Standalone;

  const valuesOf = (topic: keyof typeof TOPICS) => backends.bus.valuesOf(TOPICS[topic]);
  const told = () => valuesOf('modelsDrift') as unknown as DriftEntry[];
  const submit = (urls: readonly LabelledUrl[]) =>
    backends.bus.publish(
      urls.map(({ url }) => ({
        topic: TOPICS.urlsSubmitted.name,
        key: randomUUID(),
        value: JSON.stringify({ url }),
      })),
    );

  beforeAll(async () => {
    backends = await temporaryBackends();
    const rows = links(3_000, 1).map(({ url, label }) => `${url},${label}\n`);
    await writeFile(join(backends.folder, 'links.csv'), `url,label\n${rows.join('')}`);
    weir = await startStandalone(
      {
        environment: readEnvironment({ WEIR_SKETCH_SECONDS: '2', WEIR_FILES: backends.folder }),
        backends,
        loggerOf: (service) => createLogger({ service, level: 'silent' }),
        metrics: new Metrics(),
        schemas: new SchemaRegistry(),
      },
      0,
    );
    await weir.consuming;
    await train();
  });

  afterAll(async () => {
    await weir?.close();
    await backends?.dispose();
  });

  async function post(path: string, body: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(weir.gateway.url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(response.ok).toBe(true);
    return response.json();
  }

  /** A version taught these links serves. */
  async function train(): Promise<void> {
    const registry = new ModelRegistry(backends.documents, backends.bus, '/weir/test');
    await vi.waitFor(async () => expect(await registry.champion('url')).not.toBeNull(), PATIENCE);
    await post('/v1/runs', {
      schema: 'url',
      source: { kind: 'file', path: 'links.csv' },
      leaks: 'accept',
      search: { algorithms: ['decision-tree'], folds: 2 },
    });
    await vi.waitFor(async () => expect(await registry.get('url', 2)).not.toBeNull(), PATIENCE);
    await registry.move({ name: 'url', alias: CHAMPION, version: 2, by: 'test', reason: 'test' });
    await vi.waitFor(async () => {
      expect(await post('/v1/verdicts', { url: 'a.example' })).toMatchObject({ model: { version: 2 } });
    }, PATIENCE);
  }

  const rowsTold = () => told().reduce((sum, { rows }) => sum + rows, 0);
  const ofTaught = () => told().filter(({ model }) => model.version === 2);

  it('is quiet while links of the same kind come', async () => {
    for (let lot = 0; lot < 3; lot++) {
      const before = rowsTold();
      await submit(links(2_000, 100 + lot));
      await vi.waitFor(() => expect(rowsTold()).toBeGreaterThanOrEqual(before + 1_500), PATIENCE);
    }
    expect(ofTaught().length).toBeGreaterThanOrEqual(3);
    for (const report of ofTaught()) {
      expect(report).toMatchObject({
        model: { name: 'url', version: 2 },
        reference: 'training',
        level: 'ok',
      });
      expect(report.columns).toBeGreaterThan(100);
      expect(report.scores).toMatchObject({ drifted: false });
    }
  });

  it('tells when a campaign comes, and by which columns', async () => {
    const quiet = told().length;
    const before = rowsTold();
    await submit(links(2_000, 200, true));
    await vi.waitFor(() => expect(rowsTold()).toBeGreaterThanOrEqual(before + 1_500), PATIENCE);
    const report = told().slice(quiet).at(-1);
    expect(report).toMatchObject({ level: 'drifted', scores: { drifted: true } });
    const columns = report?.drifted.map(({ column }) => column);
    expect(columns).toEqual(expect.arrayContaining(['url_length', 'query_length', 'path_digit_ratio']));
    const metrics = await (await fetch(`${weir.gateway.url}/metrics`)).text();
    expect(metrics).toContain('weir_stream_drift_level{name="url"} 2');
  });

  it('has published nothing of a URL in its sketches', () => {
    const sketches = JSON.stringify(valuesOf('urlsSketches'));
    expect(sketches.length).toBeGreaterThan(1_000);
    for (const bait of BAITS) expect(sketches).not.toContain(bait);
    expect(sketches).not.toMatch(/\.tk|\.com|login\//);
  });
});
