import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SchemaRegistry } from '@weir/contracts';
import { encodeArtifact } from '@weir/learning';
import { CHAMPION, Metrics, ModelRegistry } from '@weir/platform';
import { type ParsedUrl, parseUrl } from '@weir/url-features';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UrlClassifier } from '../classification/index.js';
import { InferenceMetrics } from '../metrics/index.js';
import { ModelSlots } from '../model-slot/index.js';
import { openTestBackends, silentLogger, type TestBackends } from '../testing/backends.js';
import { generateUrls } from '../testing/generated-urls.js';
import { registerVersion } from '../testing/registered-models.js';
import { trainUrlModel } from '../testing/trained-models.js';
import { ModelLoader } from './model-loader.js';
import { Reloader } from './reloader.js';

const RELOADS = 1_000;
const WARM_UP = 50;
const BATCH = 32;

let backends: TestBackends;
let registry: ModelRegistry;
let slots: ModelSlots;
let reloader: Reloader;
let artifactBytes: number;

beforeAll(async () => {
  backends = await openTestBackends();
  registry = new ModelRegistry(backends.documents, backends.bus, '/weir/test');
  slots = new ModelSlots();
  const loader = new ModelLoader(backends.objects, new SchemaRegistry());
  reloader = new Reloader(registry, loader, slots, new InferenceMetrics(new Metrics()), silentLogger);
  for (const seed of [1, 2]) {
    const artifact = await trainUrlModel({ seed });
    artifactBytes = encodeArtifact(artifact).byteLength;
    await registerVersion(registry, backends.objects, { name: 'url', artifact });
  }
});

afterAll(() => backends.dispose());

/** As `node --expose-gc` gives it, for this test alone. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** Live bytes on the heap and in typed arrays, once all that can be collected is. */
async function liveBytes(collect: () => void): Promise<number> {
  for (let round = 0; round < 4; round++) {
    collect();
    // What a WeakRef gave back lives until the turn of the event loop ends.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe('a thousand reloads', () => {
  it('keep no model but the one in service, and no memory', async () => {
    const collect = collector();
    const classifier = new UrlClassifier();
    const urls = generateUrls(BATCH, 5).map(({ url }) => parseUrl(url) as ParsedUrl);
    const replaced: WeakRef<object>[] = [];
    const reload = async (move: number) => {
      await registry.move({ name: 'url', alias: CHAMPION, version: 1 + (move % 2), by: 't', reason: 't' });
      await reloader.follow('url', { retryRefused: true });
      const model = slots.require('url');
      expect(model.version).toBe(1 + (move % 2));
      classifier.classify(model, urls, 'by-path');
      for (const part of [model, model.artifact, model.scorer]) replaced.push(new WeakRef(part));
    };
    for (let move = 0; move < WARM_UP; move++) await reload(move);
    const before = await liveBytes(collect);
    for (let move = WARM_UP; move < WARM_UP + RELOADS; move++) await reload(move);
    const grown = (await liveBytes(collect)) - before;
    const alive = replaced.filter((reference) => reference.deref() !== undefined);
    expect(alive.length).toBe(3);
    // 3,000 weak references and a log of moves remain; a thousand models would be two thousand times this.
    expect(grown).toBeLessThan(Math.max(artifactBytes, 4 * 1024 * 1024));
  });
});
