import type { UrlVerdict } from '@weir/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { LiveFeed } from './live-feed.js';

const verdict = (id: string, second = '00'): UrlVerdict => ({
  id,
  url: `http://${id}.example/`,
  verdict: 'safe',
  probability: 0.1,
  model: { name: 'url', version: 1 },
  reasons: [],
  classifiedAt: `2026-03-05T12:00:${second}Z`,
});
const ids = (feed: LiveFeed): string[] => feed.snapshot().verdicts.map(({ id }) => id);

describe('LiveFeed', () => {
  let frames: (() => void)[];
  let feed: LiveFeed;
  let told: number;
  const frame = (): void => {
    for (const each of frames.splice(0)) each();
  };

  beforeEach(() => {
    frames = [];
    told = 0;
    feed = new LiveFeed((callback) => frames.push(callback));
    feed.subscribe(() => {
      told += 1;
    });
  });

  it('tells its listeners once a frame, however much came', () => {
    for (let index = 0; index < 1_000; index += 1) feed.add(verdict(`v${index}`));
    expect(told).toBe(0);
    expect(frames).toHaveLength(1);
    frame();
    expect(told).toBe(1);
    expect(ids(feed).slice(0, 2)).toEqual(['v999', 'v998']);
  });

  it('shows a verdict once that comes again after a reconnection', () => {
    feed.add(verdict('a'));
    feed.add(verdict('a'));
    feed.addRecent([verdict('a'), verdict('older')]);
    frame();
    expect(ids(feed)).toEqual(['a', 'older']);
  });

  it('puts recent verdicts below those that came meanwhile', () => {
    feed.add(verdict('new'));
    feed.addRecent([verdict('2'), verdict('1')]);
    frame();
    expect(ids(feed)).toEqual(['new', '2', '1']);
  });

  it('puts what was missed between two streams where it belongs', () => {
    feed.add(verdict('before', '01'));
    feed.add(verdict('after', '03'));
    feed.addRecent([verdict('after', '03'), verdict('between', '02'), verdict('before', '01')]);
    frame();
    expect(ids(feed)).toEqual(['after', 'between', 'before']);
  });

  it('holds the list while paused, counts what comes, and shows it all afterwards', () => {
    feed.add(verdict('a'));
    frame();
    feed.hold(true);
    feed.add(verdict('b'));
    feed.add(verdict('c'));
    frame();
    expect(ids(feed)).toEqual(['a']);
    expect(feed.snapshot().waiting).toBe(2);
    feed.hold(false);
    frame();
    expect(ids(feed)).toEqual(['c', 'b', 'a']);
    expect(feed.snapshot().waiting).toBe(0);
  });

  it('keeps a bounded number, and knows those no longer that it let go', () => {
    for (let index = 0; index < 10_000; index += 1) feed.add(verdict(`v${index}`));
    frame();
    expect(feed.snapshot().verdicts).toHaveLength(2_000);
    expect(ids(feed)[0]).toBe('v9999');
    feed.add(verdict('v0'));
    frame();
    expect(ids(feed)[0]).toBe('v0');
  });

  it('gathers the stats of several seconds that came within a frame', () => {
    const stats = (at: string) => ({
      at,
      perSecond: 1,
      verdicts: { malicious: 0, suspicious: 0, safe: 1 },
      latencyMs: null,
      lag: null,
      listeners: 1,
    });
    feed.addStats(stats('2026-03-05T12:00:00Z'));
    feed.addStats(stats('2026-03-05T12:00:01Z'));
    feed.set({ connection: 'open' });
    frame();
    expect(feed.snapshot()).toMatchObject({ connection: 'open', stats: { length: 2 } });
  });
});
