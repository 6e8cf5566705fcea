import { UCI_9, UCI_30 } from '@weir/contracts';
import { describe, expect, it } from 'vitest';
import { serve } from '../testing/served-model.js';
import { trainTabularModel } from '../testing/trained-models.js';
import { classifyRows } from './row-classifier.js';

/** A row whose first feature names the class, the others in the middle of their range. */
const rowOf = (columns: number, first: number | null) => [first, ...new Array<number>(columns - 1).fill(0.5)];
const inOrder = (columns: number) => Array.from({ length: columns }, (_, index) => index);

describe('classifyRows', () => {
  it('gives a schema with a suspicious class its own verdicts, whatever the probability', async () => {
    const model = serve(await trainTabularModel(UCI_9), 1, UCI_9);
    const rows = [rowOf(9, 0), rowOf(9, 1), rowOf(9, 2)];
    expect(classifyRows(model, rows, inOrder(9))).toMatchObject([
      { label: -1, verdict: 'malicious' },
      { label: 0, verdict: 'suspicious' },
      { label: 1, verdict: 'safe' },
    ]);
  });

  it('gives a two-class schema verdicts by probability, and the data set’s own labels', async () => {
    const model = serve(await trainTabularModel(UCI_30), 1, UCI_30);
    const predictions = classifyRows(model, [rowOf(30, 0), rowOf(30, 1)], inOrder(30));
    expect(predictions).toMatchObject([
      { label: -1, verdict: 'malicious' },
      { label: 1, verdict: 'safe' },
    ]);
    expect(predictions[0]!.probability).toBeGreaterThan(predictions[1]!.probability);
  });

  it('finds the features wherever they stand, and takes null for missing', async () => {
    const model = serve(await trainTabularModel(UCI_9), 1, UCI_9);
    const straight = rowOf(9, 2).map((value, index) => (index === 4 ? null : value));
    const [expected] = classifyRows(model, [straight], inOrder(9));
    const reversed = [...straight].reverse();
    expect(classifyRows(model, [reversed], inOrder(9).reverse())).toEqual([expected]);
  });
});
