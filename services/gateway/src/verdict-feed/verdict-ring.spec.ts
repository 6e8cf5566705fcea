import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VerdictRing } from './verdict-ring.js';

const place = (offset: number) => ({ partition: offset % 3, offset, verdict: offset % 3 });

describe('VerdictRing', () => {
  it('keeps the last records by count', () => {
    const ring = new VerdictRing(3, 1_000);
    for (let offset = 0; offset < 5; offset += 1) ring.append(Buffer.from(`record ${offset}`), place(offset));
    expect([ring.first, ring.end]).toEqual([2, 5]);
    expect([2, 3, 4].map((sequence) => String(ring.bytesAt(sequence)))).toEqual([
      'record 2',
      'record 3',
      'record 4',
    ]);
    expect([ring.offsetAt(4), ring.partitionAt(4), ring.verdictAt(4), ring.lengthAt(4)]).toEqual([
      4, 1, 1, 8,
    ]);
  });

  it('never loses or mixes bytes, however long records are, and evicts in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 16, max: 64 }),
        fc.array(fc.integer({ min: 0, max: 16 }), { maxLength: 200 }),
        (capacity, maxBytes, lengths) => {
          const evicted: number[] = [];
          const ring = new VerdictRing(capacity, maxBytes, (sequence) => evicted.push(sequence));
          lengths.forEach((length, index) => {
            ring.append(Buffer.alloc(length, index & 0xff), place(index));
            expect(ring.end).toBe(index + 1);
            expect(ring.end - ring.first).toBeLessThanOrEqual(capacity);
            let held = 0;
            for (let sequence = ring.first; sequence < ring.end; sequence += 1) {
              expect(ring.bytesAt(sequence)).toEqual(Buffer.alloc(lengths[sequence] ?? 0, sequence & 0xff));
              held += ring.lengthAt(sequence);
            }
            expect(held).toBeLessThanOrEqual(maxBytes);
          });
          expect(evicted).toEqual(Array.from({ length: ring.first }, (_, index) => index));
        },
      ),
    );
  });

  it('copies a record to where it is wanted', () => {
    const ring = new VerdictRing(2, 10);
    ring.append(Buffer.from('abc'), place(0));
    const target = Buffer.alloc(5, '.');
    ring.copyTo(target, 1, 0);
    expect(String(target)).toBe('.abc.');
  });
});
