import { readFileSync } from 'node:fs';
import { verdictOf } from '@weir/contracts';
import { decodeArtifact, type ModelArtifact } from '@weir/learning';
import { CHAMPION, ModelRegistry } from '@weir/platform';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openKafkaBackends, type TestBackends } from '../testing/backends.js';
import { promote, registerVersion } from '../testing/registered-models.js';
import { type RunningInference, startInference } from '../testing/running-inference.js';
import { UrlFlow } from '../testing/url-flow.js';

const STARTER = new URL('../../../training/starter/url.safetensors', import.meta.url);
const PATIENCE = { timeout: 60_000, interval: 5 };
/** Twenty seconds on a quiet machine. */
const LONGEST_MS = 600_000;
const MOVES = 100;
/** Every fourth move goes back to the champion before. */
const ROLLBACK_EVERY = 4;
const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9].map((malicious) => ({ malicious, suspicious: malicious / 2 }));

/** A version as champion: from the call that made it one until the next was in service. */
interface Reign {
  readonly version: number;
  readonly from: number;
  until: number;
}

let inference: RunningInference;
let load: TestBackends;
let registry: ModelRegistry;

beforeAll(async () => {
  inference = await startInference({ pollIntervalMs: 20 }, openKafkaBackends, {}, []);
  // A bus of its own: what is published for the test must not wait for the verdicts' sends.
  load = await openKafkaBackends();
  registry = new ModelRegistry(inference.backends.documents, load.bus, '/weir/test');
});

afterAll(async () => {
  await inference?.stop();
  await load?.dispose();
});

async function registerAll(): Promise<void> {
  const starter: ModelArtifact = decodeArtifact(readFileSync(STARTER));
  for (const thresholds of THRESHOLDS)
    await registerVersion(registry, inference.backends.objects, {
      name: 'url',
      artifact: { ...starter, thresholds },
    });
}

/** The champion now in service, once it is there. */
async function inService(version: number): Promise<void> {
  await vi.waitFor(async () => {
    const { body } = await inference.request('GET', '/internal/models');
    expect(body).toMatchObject({ models: [{ name: 'url', version }], refused: [] });
  }, PATIENCE);
}

async function moveTo(version: number): Promise<number> {
  await registry.move({ name: 'url', alias: CHAMPION, version, by: 'test', reason: 'test' });
  return version;
}

async function rollBack(): Promise<number> {
  return (await registry.rollback({ name: 'url', by: 'test', reason: 'test' })).value.version;
}

/** Moves the champion, waiting for each version to serve, so that every move is a reload. */
async function moveChampions(reigns: Reign[]): Promise<void> {
  for (let move = 1; move <= MOVES; move++) {
    const before = reigns.at(-1);
    const from = Date.now();
    const version =
      move % ROLLBACK_EVERY === 0
        ? await rollBack()
        : await moveTo(((before?.version ?? 0) % THRESHOLDS.length) + 1);
    await inService(version);
    if (before !== undefined) before.until = Date.now();
    reigns.push({ version, from, until: Number.POSITIVE_INFINITY });
  }
}

const retries = () => metric(/^weir_batch_retries_total\{.*topic="urls.submitted".*\} (\d+)$/gm);

async function metric(line: RegExp): Promise<number> {
  const { body } = await inference.request('GET', '/metrics');
  return [...String(body).matchAll(line)].reduce((sum, [, value]) => sum + Number(value), 0);
}

describe('reloads while URLs flow at full rate', () => {
  const reigns: Reign[] = [];
  let flow: UrlFlow;
  let retriesBefore: number;

  beforeAll(async () => {
    await registerAll();
    const started = Date.now();
    await promote(registry, (await registry.get('url', 1))!);
    await inService(1);
    reigns.push({ version: 1, from: started, until: Number.POSITIVE_INFINITY });
    flow = await UrlFlow.open(load.bus);
    const flowing = flow.run();
    await vi.waitFor(() => expect(flow.answers.size).toBeGreaterThan(1_000), PATIENCE);
    // Whatever was submitted before there was a model was handed over again until there was one.
    retriesBefore = await retries();
    try {
      await moveChampions(reigns);
    } finally {
      flow.stop();
      await flowing;
    }
    await vi.waitFor(() => expect(flow.missing).toBe(0), PATIENCE);
  }, LONGEST_MS);

  it('are as many as there were promotions and rollbacks, without an error', async () => {
    expect(reigns).toHaveLength(MOVES + 1);
    expect(await metric(/^weir_model_reloads_total\{.*result="loaded".*\} (\d+)$/gm)).toBe(MOVES + 1);
    expect(await metric(/^weir_model_reloads_total\{.*result="(?:failed|refused)".*\} (\d+)$/gm)).toBe(0);
    expect(await retries()).toBe(retriesBefore);
  });

  it('lose no URL and answer none twice', () => {
    expect(flow.answers.size).toBe(flow.published);
    expect([...flow.answers.values()].filter(({ times }) => times !== 1)).toEqual([]);
  });

  it('leave each verdict with a version that was champion when it was given', () => {
    const strangers = [...flow.answers.values()].filter(({ verdict }) => {
      const at = Date.parse(verdict.classifiedAt);
      return !reigns.some(
        ({ version, from, until }) => version === verdict.model.version && at >= from && at <= until,
      );
    });
    expect(strangers).toEqual([]);
    const versions = new Set([...flow.answers.values()].map(({ verdict }) => verdict.model.version));
    expect([...versions].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('never mix two versions: each verdict follows the thresholds of the version it names', () => {
    const wrong = [...flow.answers.values()].filter(({ verdict: { verdict, probability, model } }) => {
      const thresholds = THRESHOLDS[model.version - 1];
      return thresholds === undefined || verdict !== verdictOf(probability, thresholds);
    });
    expect(wrong).toEqual([]);
  });
});
