import { UCI_9, UCI_30 } from '@weir/contracts';
import { describe, expect, it } from 'vitest';
import type { ServedModel } from '../model-slot/index.js';
import { serve } from '../testing/served-model.js';
import { trainTabularModel } from '../testing/trained-models.js';
import { CHUNK_ROWS, predictionsOf, scoreRows } from './row-classifier.js';

/** A row whose first feature names the class, the others in the middle of their range. */
const rowOf = (columns: number, first: number) => [first, ...new Array<number>(columns - 1).fill(0.5)];

const predict = async (model: ServedModel, rows: readonly (readonly number[])[]) =>
  predictionsOf(
    await scoreRows(model, { values: Float32Array.from(rows.flat()), rows: rows.length }, async () => {}),
  );

describe('scoreRows', () => {
  it('gives a schema with a suspicious class its own verdicts, whatever the probability', async () => {
    const model = serve(await trainTabularModel(UCI_9), 1, UCI_9);
    const rows = [rowOf(9, 0), rowOf(9, 1), rowOf(9, 2)];
    expect(await predict(model, rows)).toMatchObject([
      { label: -1, verdict: 'malicious' },
      { label: 0, verdict: 'suspicious' },
      { label: 1, verdict: 'safe' },
    ]);
  });

  it('gives a two-class schema verdicts by probability, and the data set’s own labels', async () => {
    const model = serve(await trainTabularModel(UCI_30), 1, UCI_30);
    const predictions = await predict(model, [rowOf(30, 0), rowOf(30, 1)]);
    expect(predictions).toMatchObject([
      { label: -1, verdict: 'malicious' },
      { label: 1, verdict: 'safe' },
    ]);
    expect(predictions[0]!.probability).toBeGreaterThan(predictions[1]!.probability);
  });

  it('scores many rows as it would each alone, and lets others run in between', async () => {
    const model = serve(await trainTabularModel(UCI_9), 1, UCI_9);
    const rows = Array.from({ length: CHUNK_ROWS * 2 + 1 }, (_, row) =>
      rowOf(9, row % 5 === 0 ? Number.NaN : row % 3),
    );
    let turns = 0;
    const between = async () => {
      turns += 1;
    };
    const all = predictionsOf(
      await scoreRows(model, { values: Float32Array.from(rows.flat()), rows: rows.length }, between),
    );
    expect(turns).toBe(2);
    expect(all).toHaveLength(rows.length);
    for (const row of [0, 1, 4, CHUNK_ROWS, CHUNK_ROWS * 2])
      expect(all.slice(row, row + 1)).toEqual(await predict(model, [rows[row] as number[]]));
  });
});
