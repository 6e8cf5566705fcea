import { TOPICS, URL_SCHEMA } from '@weir/contracts';
import { CHAMPION, feedbackSnapshots, type ModelVersion, SnapshotReader } from '@weir/platform';
import {
  batchOf,
  type SnapshotRow,
  storeSnapshot,
  type TemporaryBackends,
  temporaryBackends,
} from '@weir/platform/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registryOf, reportEvent, SMALL_SEARCH, trainingOver } from '../testing/running-training.js';
import { loadTaughtData } from './taught-data.js';

const PHISHING = 0;
const LEGITIMATE = 1;
const AT = '2026-03-01T12:00:00.000Z';

const row = (url: string, label: number, source = 'test', date: string | null = null): SnapshotRow => ({
  values: [url, source, date],
  label,
});
const phishing = (index: number) => `http://10.0.0.${index % 250}/login.php?verify=${index}`;
const legitimate = (index: number) => `https://shop${index % 90}.example/about`;

function baseRows(count: number): SnapshotRow[] {
  return Array.from({ length: count }, (_, index) =>
    index % 2 === PHISHING ? row(phishing(index), PHISHING) : row(legitimate(index), LEGITIMATE),
  );
}

describe('feedback in training', () => {
  let backends: TemporaryBackends;
  beforeEach(async () => {
    backends = await temporaryBackends();
  });
  afterEach(() => backends.dispose());

  const correct = async (...rows: readonly SnapshotRow[]) =>
    feedbackSnapshots(backends.documents).record(await storeSnapshot(backends, URL_SCHEMA, rows));
  const parts = () => ({
    reader: new SnapshotReader(backends.objects),
    feedback: feedbackSnapshots(backends.documents),
  });

  it('replaces every row of a disputed URL, however it is spelled, and follows with the correction', async () => {
    const base = await storeSnapshot(backends, URL_SCHEMA, [
      row('http://a.example/x', PHISHING),
      row('HTTPS://www.A.example./x', PHISHING),
      row('http://a.example/y', PHISHING),
      row('http://b.example/', LEGITIMATE),
      row('http://', PHISHING),
    ]);
    await correct(
      row('a.example/x', LEGITIMATE, 'feedback', AT),
      row('http://c.example/', PHISHING, 'feedback', AT),
    );
    const { data, classCounts, feedback } = await loadTaughtData(parts(), base, URL_SCHEMA);
    expect([...data.labels]).toEqual([PHISHING, LEGITIMATE, LEGITIMATE, PHISHING]);
    expect(data.matrix.rows).toBe(4);
    // Of the same registrable domain as the row that stays.
    expect(data.groups[2]).toBe(data.groups[0]);
    expect(data.skipped).toBe(1);
    expect(classCounts).toEqual({ phishing: 3, legitimate: 2 });
    expect(feedback?.replacedRows).toBe(2);
  });

  it('lets the newest stand where two corrections are of one URL', async () => {
    const base = await storeSnapshot(backends, URL_SCHEMA, baseRows(4));
    await correct(
      row('http://a.example/', LEGITIMATE, 'feedback', '2026-03-02T00:00:00.000Z'),
      row('https://a.example', PHISHING, 'feedback', '2026-03-01T00:00:00.000Z'),
    );
    const { data } = await loadTaughtData(parts(), base, URL_SCHEMA);
    expect(data.labels.at(-1)).toBe(LEGITIMATE);
    expect(data.matrix.rows).toBe(5);
  });

  it('teaches the snapshot as it is where there are no corrections', async () => {
    const base = await storeSnapshot(backends, URL_SCHEMA, baseRows(6));
    const { data, classCounts, feedback } = await loadTaughtData(parts(), base, URL_SCHEMA);
    expect([data.matrix.rows, feedback]).toEqual([6, null]);
    expect(classCounts).toEqual(base.classCounts);
  });

  const train = async (snapshotId: string): Promise<ModelVersion> => {
    const run = { search: SMALL_SEARCH, leaks: 'accept' };
    const event = reportEvent(snapshotId, { schema: 'url', run });
    await trainingOver(backends).onReports(batchOf(TOPICS.datasetsReports, [event]));
    return (await registryOf(backends).ofRun('url', String(event.runId)))!;
  };
  const cardOf = async ({ card }: ModelVersion) => {
    const read = async ({ objectKey, sha256 }: { objectKey: string; sha256: string }) =>
      String(await backends.objects.read(objectKey, { sha256 }));
    return { json: JSON.parse(await read(card!.json)), markdown: await read(card!.markdown) };
  };

  it('tells on the card how the disputed URLs fare, with this model and the champion before', async () => {
    const base = await storeSnapshot(backends, URL_SCHEMA, baseRows(400));
    const first = await train(base.id);
    expect(first).not.toHaveProperty('feedback');
    expect((await registryOf(backends).alias('url', CHAMPION))?.value.version).toBe(1);
    expect((await cardOf(first)).json.feedback).toBeNull();
    const disputed = Array.from(
      { length: 60 },
      (_, index) => `http://ann:secret@10.9.0.${index}/login.php?verify=1&token=t`,
    );
    const corrections = await correct(
      ...disputed.map((url) => row(url, LEGITIMATE, 'feedback', AT)),
      row(legitimate(1), PHISHING, 'feedback', AT),
    );
    const second = await train(base.id);
    expect(second.feedback).toEqual({
      snapshotId: corrections.id,
      snapshotSha256: corrections.sha256,
      rows: 61,
      replacedRows: baseRows(400).filter(({ values }) => values[0] === legitimate(1)).length,
    });
    const { json, markdown } = await cardOf(second);
    expect(json.feedback).toMatchObject({
      corrections: 61,
      previousVersion: 1,
      agreeing: {
        previous: expect.any(Number),
        model: expect.any(Number),
        heldOut: expect.any(Number),
      },
    });
    // The champion never saw the shape of these; who was taught them knows more of them.
    expect(json.feedback.agreeing.model).toBeGreaterThan(json.feedback.agreeing.previous);
    // Unseen they look like the phishing that they look like.
    expect(json.feedback.agreeing.heldOut).toBeLessThan(json.feedback.agreeing.model);
    expect(json.feedback.examples).toHaveLength(50);
    for (const each of json.feedback.examples) {
      expect(each.agrees.model).toBe((each.model.verdict !== 'safe') === (each.label === 'phishing'));
      expect(each.previous.probability).toBeGreaterThanOrEqual(0);
      expect(each.heldOut.probability).toBeLessThanOrEqual(1);
      expect(each.url).toMatch(/^hxxp:\/\/[^.@?]+(\[\.\][^.@?]+)+$/);
    }
    expect(json.data.rows).toBe(400 - second.feedback!.replacedRows + 61);
    expect(json.data.classes.phishing + json.data.classes.legitimate).toBe(json.data.rows);
    expect(markdown).toContain('## Corrections');
    expect(markdown).not.toMatch(/secret|token/);
  });
});
