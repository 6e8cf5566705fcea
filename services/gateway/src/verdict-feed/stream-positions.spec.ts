import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StreamPositions } from './stream-positions.js';

describe('StreamPositions', () => {
  it('reads what it writes', () => {
    const next = fc.array(fc.oneof(fc.constant(-1), fc.maxSafeNat()), { minLength: 2, maxLength: 24 });
    fc.assert(
      fc.property(next, (offsets) => {
        const text = new StreamPositions(offsets).toString();
        expect(StreamPositions.parse(text)?.toString()).toBe(text);
        offsets.forEach((offset, partition) => {
          expect(StreamPositions.parse(text)?.of(partition)).toBe(offset);
          const [before, after] = new StreamPositions(offsets).around(partition);
          expect(`${before}${offset < 0 ? '' : offset.toString(36)}${after}`).toBe(text);
        });
      }),
    );
  });

  it('is compact', () => {
    expect(new StreamPositions([0, 46, -1, 36 ** 4]).toString()).toBe('0.1a..10000');
  });

  it('has a text where nothing was seen, which means just that', () => {
    expect(new StreamPositions().toString()).toBe('.');
    expect(new StreamPositions([-1]).toString()).toBe('.');
    expect(StreamPositions.parse('.')?.isAheadOf(new StreamPositions())).toBe(false);
  });

  it.each(['', 'A.0', '0,1', '-1', '1.zzzzzzzzzzz', 'x\n', 'zzzzzzzzzzzz'])(
    'knows that %j is none',
    (text) => {
      expect(StreamPositions.parse(text)).toBeUndefined();
    },
  );

  it('knows which is further in any partition', () => {
    const known = new StreamPositions([5, 5]);
    expect(new StreamPositions([5, 5]).isAheadOf(known)).toBe(false);
    expect(new StreamPositions([1, 6]).isAheadOf(known)).toBe(true);
    expect(new StreamPositions([5, 5, 0]).isAheadOf(known)).toBe(true);
    expect(new StreamPositions([5]).isAheadOf(known)).toBe(false);
    const grown = known.copy();
    grown.set(3, 1);
    expect([grown.toString(), known.toString()]).toEqual(['5.5..1', '5.5']);
  });
});
