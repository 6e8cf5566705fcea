import type { HistogramCounter } from '../../tree/histogram-counter.js';
import { type CrewMaterial, FIELD } from './work-sheet.js';

/**
 * Takes parts off the sheet and counts them until none is left. What a part is to be counted of is read after it was
 * taken: until it is done, nobody writes a new round over it. A column is counted by one thread, row by row in order,
 * so the sums are the same bits whoever counts it.
 */
export function countParts(
  counter: HistogramCounter,
  { sheet, slab, orders }: Pick<CrewMaterial, 'sheet' | 'slab' | 'orders'>,
): void {
  for (;;) {
    const part = Atomics.add(sheet, FIELD.next, 1);
    if (part >= counter.parts) return;
    const at = Atomics.load(sheet, FIELD.at);
    const histogram = slab.subarray(at, at + counter.fullLength);
    const start = Atomics.load(sheet, FIELD.start);
    const end = Atomics.load(sheet, FIELD.end);
    const order = orders[Atomics.load(sheet, FIELD.side) as 0 | 1];
    counter.countPart(part, histogram, order, start, end);
    Atomics.add(sheet, FIELD.done, 1);
    Atomics.notify(sheet, FIELD.done);
  }
}
