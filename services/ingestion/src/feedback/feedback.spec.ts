import { TOPICS } from '@weir/contracts';
import { createLogger, feedbackSnapshots, SnapshotCatalog, SnapshotReader } from '@weir/platform';
import { batchOf, type TemporaryBackends, temporaryBackends } from '@weir/platform/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FeedbackController, FeedbackIntake } from './index.js';

const AT = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-01T12:00:01.000Z';

describe('feedback', () => {
  let backends: TemporaryBackends;
  let controller: FeedbackController;
  beforeEach(async () => {
    backends = await temporaryBackends();
    controller = controllerOver();
  });
  afterEach(() => backends.dispose());

  const controllerOver = () =>
    new FeedbackController(
      backends.bus,
      createLogger({ service: 'ingestion', level: 'silent' }),
      new FeedbackIntake(backends.documents, backends.objects),
    );
  const send = (...events: readonly (object | string)[]) =>
    controller.onFeedback(batchOf(TOPICS.urlsFeedback, events));
  const newest = () => feedbackSnapshots(backends.documents).newest('url');
  const rowsOf = async () => {
    const manifest = (await newest())!;
    const rows: [string | null, number, string | null, string | null][] = [];
    for await (const { text, labels } of new SnapshotReader(backends.objects).chunks(manifest)) {
      for (const [row, label] of labels.entries()) {
        rows.push([text.url?.[row] ?? null, label, text.source?.[row] ?? null, text.date?.[row] ?? null]);
      }
    }
    return rows.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
  };
  const feedback = (url: string, label: string, more: object = {}) => ({
    id: `${url}-${label}`,
    url,
    label,
    by: 'ann',
    at: AT,
    ...more,
  });

  it('becomes a labelled snapshot, the newest correction of each URL in it', async () => {
    await send(
      feedback('http://a.example/', 'phishing'),
      feedback('https://www.a.example', 'legitimate', { at: LATER }),
      feedback('http://b.example/x', 'phishing'),
    );
    await send(feedback('http://c.example/', 'legitimate'));
    expect(await rowsOf()).toEqual([
      ['http://b.example/x', 0, 'feedback', AT],
      ['http://c.example/', 1, 'feedback', AT],
      ['https://www.a.example', 1, 'feedback', LATER],
    ]);
    expect(await newest()).toMatchObject({
      schema: 'url',
      labelled: true,
      classCounts: { phishing: 1, legitimate: 2 },
      source: { kind: 'feedback', name: 'urls.feedback' },
    });
  });

  it('stands apart from the snapshots that runs begin with', async () => {
    await send(feedback('http://a.example/', 'phishing'));
    expect(await new SnapshotCatalog(backends.documents).newest('url')).toBeNull();
  });

  it('changes nothing when it comes again, and finishes what a crash cut off', async () => {
    const events = [feedback('http://a.example/', 'phishing'), feedback('http://b.example/', 'phishing')];
    await send(...events);
    const before = await newest();
    await send(...events);
    controller = controllerOver();
    await send(...events);
    expect(await newest()).toEqual(before);
    expect((await feedbackSnapshots(backends.documents).list()).items).toHaveLength(1);
  });

  it('gives an id by its place to what has none, and no clock ahead of ours the last word', async () => {
    await send(feedback('http://a.example/', 'phishing', { id: undefined, at: '2999-01-01T00:00:00Z' }));
    await send(
      feedback('http://a.example/', 'legitimate', { id: 'z', at: new Date(Date.now() + 5).toISOString() }),
    );
    const [row] = await rowsOf();
    expect(Date.parse(String(row?.[3]))).toBeLessThanOrEqual(Date.now());
    expect(row?.[1]).toBe(1);
  });

  it('sets aside what cannot be learned from, and takes the rest', async () => {
    await send(
      '{"url":7}',
      feedback('ftp://a.example/', 'phishing'),
      feedback('http://a.example/', 'suspicious'),
      feedback('http://b.example/', 'phishing'),
    );
    expect((await rowsOf()).map(([url]) => url)).toEqual(['http://b.example/']);
    expect(backends.bus.valuesOf(TOPICS.urlsRejected)).toHaveLength(3);
  });

  it('writes no snapshot where nothing is left', async () => {
    await send('{"url":7}');
    expect(await newest()).toBeNull();
  });
});
