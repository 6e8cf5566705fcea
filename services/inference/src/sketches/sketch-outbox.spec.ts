import { UrlSketchPublished as SketchEvent, type UrlSketchPublished, validate } from '@weir/contracts';
import { RowSample, sketchFromJson, sketchToJson } from '@weir/drift';
import { type OutgoingRecord, WeirError } from '@weir/platform';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plain, SketchOutbox, type SketchOutcome } from './sketch-outbox.js';

let taken: OutgoingRecord[];
let away: boolean;
let outcomes: SketchOutcome[];
let outbox: SketchOutbox;

beforeEach(() => {
  vi.useFakeTimers();
  taken = [];
  away = false;
  outcomes = [];
  const publish = async (records: readonly OutgoingRecord[]) => {
    if (away) throw new WeirError('WEIR_BUS_UNAVAILABLE', 'away');
    taken.push(...records);
  };
  const onOutcome = (outcome: SketchOutcome) => void outcomes.push(outcome);
  outbox = new SketchOutbox({ bus: { publish }, source: '/weir/inference', onOutcome });
});
afterEach(() => {
  outbox.close();
  vi.useRealTimers();
});

function sketch(at: number, version = 1, value = at): UrlSketchPublished {
  const sample = new RowSample(['a'], { seed: 1 });
  sample.add(Float32Array.of(value, value), 2);
  return {
    id: `p/${at}`,
    model: { name: 'url', version },
    process: 'p',
    from: new Date(at * 1_000).toISOString(),
    to: new Date((at + 1) * 1_000).toISOString(),
    rows: 2,
    sketch: plain(sketchToJson(sample.sketch())),
  };
}

const ids = () => taken.map(({ headers }) => headers?.ce_id);
const values = () => taken.map(({ value }) => JSON.parse(String(value)) as UrlSketchPublished);

describe('SketchOutbox', () => {
  it('publishes a record of the contract under the name of the model', async () => {
    await outbox.send(sketch(1));
    expect(taken).toMatchObject([
      { topic: 'urls.sketches', key: 'url', headers: { ce_id: 'p/1', ce_type: 'weir.urls.sketch.v1' } },
    ]);
    expect(validate(SketchEvent, values()[0])).toMatchObject({ ok: true });
    expect(outcomes).toEqual(['published']);
  });

  it('keeps what the bus does not take, and tries again with the same ids, in order', async () => {
    away = true;
    await outbox.send(sketch(1));
    await outbox.send(sketch(2));
    expect([taken, outbox.waiting.length]).toEqual([[], 2]);
    away = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(ids()).toEqual(['p/1', 'p/2']);
    expect(outbox.waiting).toEqual([]);
  });

  it('makes one of the two oldest of a version where too many wait, and loses no row', async () => {
    away = true;
    for (let at = 0; at < 30; at++) await outbox.send(sketch(at, at === 0 ? 7 : 1));
    expect(outbox.waiting).toHaveLength(24);
    expect(outcomes.filter((each) => each === 'merged')).toHaveLength(6);
    away = false;
    await outbox.send(sketch(30));
    const rows = values().reduce((sum, each) => sum + each.rows, 0);
    expect(rows).toBe(62);
    const [first, second] = values();
    expect(first).toMatchObject({ id: 'p/0', model: { version: 7 } });
    expect(second?.from).toBe(new Date(1_000).toISOString());
    const kept = sketchFromJson(second?.sketch);
    expect([...(kept.sketches[0]?.bins.keys() ?? [])].sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect(kept.rows).toBe(second?.rows);
  });

  it('drops the oldest where each is of another version', async () => {
    away = true;
    for (let at = 0; at < 25; at++) await outbox.send(sketch(at, at + 1));
    expect(outbox.waiting.map(({ id }) => id)).toEqual(Array.from({ length: 24 }, (_, at) => `p/${at + 1}`));
    expect(outcomes).toContain('dropped');
  });
});
