import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuid7 } from './uuid7.js';

describe('uuid7', () => {
  it('is a UUID of version 7 and of the variant of RFC 9562, beginning with the time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (now) => {
        const id = uuid7(now);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
      }),
    );
  });

  it('sorts by time as text', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 45), fc.integer({ min: 1, max: 2 ** 45 }), (before, later) => {
        expect(uuid7(before) < uuid7(before + later)).toBe(true);
      }),
    );
  });

  it('never repeats within a millisecond', () => {
    expect(new Set(Array.from({ length: 20_000 }, () => uuid7(1))).size).toBe(20_000);
  });
});
