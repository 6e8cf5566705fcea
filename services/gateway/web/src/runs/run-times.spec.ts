import { describe, expect, it } from 'vitest';
import { adviceFor } from './run-advice.js';
import { lasted, type StageProgress, shareDone, stagesOf } from './run-times.js';

const AT = '2026-03-05T12:00:00Z';
const after = (seconds: number): string => new Date(Date.parse(AT) + seconds * 1_000).toISOString();
const progress = (over: Partial<StageProgress>): StageProgress => ({
  state: 'running',
  done: 0,
  total: 0,
  message: '',
  startedAt: AT,
  at: AT,
  ...over,
});

describe('stagesOf', () => {
  it('has those between the first and the last', () => {
    expect(stagesOf({ from: 'ingestion', until: 'validation' })).toEqual(['ingestion', 'validation']);
    expect(stagesOf({ from: 'training', until: 'training' })).toEqual(['training']);
  });
});

describe('lasted', () => {
  it.each([
    [2.34, '2.3 s'],
    [42, '42 s'],
    [245, '4 min 5 s'],
    [4_320, '1 h 12 min'],
    [-1, ''],
  ])('writes %d seconds as %s', (seconds, text) => expect(lasted(AT, after(seconds))).toBe(text));

  it('says nothing of what has not begun', () => expect(lasted(undefined, AT)).toBe(''));
});

describe('shareDone', () => {
  it('is unknown before the total is, and whole when done', () => {
    expect(shareDone(progress({}))).toBeNull();
    expect(shareDone(progress({ done: 3, total: 12 }))).toBe(0.25);
    expect(shareDone(progress({ done: 13, total: 12 }))).toBe(1);
    expect(shareDone(progress({ state: 'succeeded' }))).toBe(1);
  });
});

describe('adviceFor', () => {
  it('adds to messages what they do not say themselves', () => {
    expect(adviceFor('WEIR_DATA_LEAK')).toContain('accepts leaks');
    expect(adviceFor('WEIR_SOMETHING_NEW')).toBeNull();
  });
});
