import { describe, expect, it } from 'vitest';
import { assertTermRows, type TermRows } from './term-rows.js';

const terms: TermRows = {
  hashing: 'test',
  blocks: ['a', 'b'],
  blockSize: 4,
  offsets: Uint32Array.of(0, 3, 3, 4),
  ids: Uint32Array.of(3, 0, 7, 4),
};

describe('assertTermRows', () => {
  it('passes rows whose blocks follow one another, empty ones too', () => {
    expect(() => assertTermRows(terms, 3)).not.toThrow();
    expect(() => assertTermRows({ ...terms, offsets: Float64Array.from(terms.offsets) }, 3)).not.toThrow();
  });

  it.each<[string, Partial<TermRows>]>([
    ['no hashing', { hashing: '' }],
    ['no blocks', { blocks: [] }],
    ['a block without a name', { blocks: ['a', ''] }],
    ['a name twice', { blocks: ['a', 'a'] }],
    ['blocks of nothing', { blockSize: 0 }],
    ['blocks of half an id', { blockSize: 1.5 }],
    ['more weights than fit', { blockSize: 2 ** 26 }],
    ['too few offsets', { offsets: Uint32Array.of(0, 3, 4) }],
    ['a late start', { offsets: Uint32Array.of(1, 3, 3, 4) }],
    ['an early end', { offsets: Uint32Array.of(0, 3, 3, 3) }],
    ['offsets that fall', { offsets: Uint32Array.of(0, 3, 2, 4) }],
    ['offsets that leap', { offsets: Uint32Array.of(0, 9, 3, 4) }],
    ['an offset that is no number', { offsets: Float64Array.of(0, Number.NaN, 3, 4) }],
    ['half an offset', { offsets: Float64Array.of(0, 2.5, 3, 4) }],
    ['an id beyond the blocks', { ids: Uint32Array.of(3, 0, 7, 8) }],
    ['blocks out of order', { ids: Uint32Array.of(3, 7, 0, 4) }],
  ])('refuses %s', (_, change) => {
    expect(() => assertTermRows({ ...terms, ...change }, 3)).toThrow(
      expect.objectContaining({ code: 'LEARN_TERMS_INVALID' }),
    );
  });
});
