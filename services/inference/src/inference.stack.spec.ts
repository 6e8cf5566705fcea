import { randomUUID } from 'node:crypto';
import type { UrlVerdict } from '@weir/contracts';
import type { ModelArtifact } from '@weir/learning';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStackBackends } from './testing/backends.js';
import { generateUrls } from './testing/generated-urls.js';
import { promote, registerVersion } from './testing/registered-models.js';
import { type RunningInference, startInference } from './testing/running-inference.js';
import { trainUrlModel } from './testing/trained-models.js';

const NEVER = 3_600_000;
const PATIENCE = { timeout: 60_000, interval: 100 };
/** The topics are shared with other tests: what is ours is known by its ids and keys. */
const OWN = randomUUID();

let artifact: ModelArtifact;
let inference: RunningInference;

beforeAll(async () => {
  artifact = await trainUrlModel();
  inference = await startInference({ pollIntervalMs: NEVER }, openStackBackends);
});

afterAll(() => inference?.stop());

async function promoted(): Promise<void> {
  const { registry, backends } = inference;
  await promote(registry, await registerVersion(registry, backends.objects, { name: 'url', artifact }));
}

const submit = (values: readonly (string | Buffer)[]) =>
  inference.backends.bus.publish(
    values.map((value, index) => ({ topic: 'urls.submitted', key: `${OWN}-${index % 50}`, value })),
  );

const verdicts = () =>
  inference
    .received('urls.verdicts')
    // Others leave verdicts by the hundred thousand: to parse them all at each look takes longer than patience lasts.
    .filter(({ value }) => value?.includes(OWN) === true)
    .map(({ value }) => JSON.parse(String(value)) as UrlVerdict)
    .filter(({ id }) => id.startsWith(OWN));

const rejected = () => inference.received('urls.rejected').filter(({ key }) => String(key).startsWith(OWN));

describe('the inference service on Kafka, MongoDB and S3', () => {
  it('keeps what was submitted before there was a model, then answers every record', async () => {
    const urls = generateUrls(5_000, 11);
    await submit(urls.map(({ url }, index) => JSON.stringify({ url, id: `${OWN}-first-${index}` })));
    await promoted();
    await vi.waitFor(() => expect(new Set(verdicts().map(({ id }) => id)).size).toBe(5_000), PATIENCE);
    const byId = new Map(verdicts().map((each) => [each.id, each.verdict]));
    const right = urls.filter(
      ({ phishing }, index) => (byId.get(`${OWN}-first-${index}`) !== 'safe') === phishing,
    );
    expect(right.length).toBeGreaterThan(4_500);
  });

  it('reloads on the event alone, and the next verdict names the new version', async () => {
    await promoted();
    await vi.waitFor(async () => {
      const { body } = await inference.request('GET', '/internal/models');
      expect(body).toMatchObject({ models: [{ name: 'url', version: 2 }] });
    }, PATIENCE);
    await submit([JSON.stringify({ url: 'a.example', id: `${OWN}-second` })]);
    await vi.waitFor(() => {
      const found = verdicts().find(({ id }) => id === `${OWN}-second`);
      expect(found?.model).toEqual({ name: 'url', version: 2 });
    }, PATIENCE);
  });

  it('sets poison aside, up to what the broker lets in', async () => {
    const poison = [Buffer.from([0xff, 0x00]), '{"url":7}', `{"url":"a.example/${'x'.repeat(1_000_000)}"}`];
    await submit([...poison, JSON.stringify({ url: 'a.example', id: `${OWN}-third` })]);
    await vi.waitFor(() => {
      expect(verdicts().some(({ id }) => id === `${OWN}-third`)).toBe(true);
      expect(rejected()).toHaveLength(poison.length);
    }, PATIENCE);
    const bytes = rejected().map(({ value }) => value?.length ?? 0);
    expect(bytes.sort((a, b) => a - b)).toEqual(poison.map((each) => each.length).sort((a, b) => a - b));
  });
});
