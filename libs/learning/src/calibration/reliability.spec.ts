import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../reference/load.ts';
import { expectedCalibrationError, reliabilityCurve } from './reliability.js';

const { reliability } = readReference<{
  reliability: {
    labels: number[];
    scores: number[];
    curves: { strategy: 'uniform' | 'quantile'; bins: number; observed: number[]; predicted: number[] }[];
  };
}>('judgement.json');

describe('reliabilityCurve', () => {
  const labels = Int32Array.from(reliability.labels);
  it.each(reliability.curves)(
    "is scikit-learn's: $bins bins, $strategy",
    ({ strategy, bins, observed, predicted }) => {
      const curve = reliabilityCurve(labels, reliability.scores, 1, { bins, strategy });
      expect(curve).toHaveLength(observed.length);
      curve.forEach((bin, index) => {
        expect(bin.observed).toBeCloseTo(observed[index]!, 12);
        expect(bin.predicted).toBeCloseTo(predicted[index]!, 12);
      });
    },
  );

  it('counts each row once, and rises in what is predicted', () => {
    const row = fc.record({ label: fc.nat(1), probability: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('uniform' as const, 'quantile' as const),
        (rows, bins, strategy) => {
          const truth = Int32Array.from(rows, ({ label }) => label);
          const curve = reliabilityCurve(
            truth,
            rows.map(({ probability }) => probability),
            1,
            { bins, strategy },
          );
          expect(curve.reduce((sum, bin) => sum + bin.rows, 0)).toBe(rows.length);
          for (let index = 1; index < curve.length; index++)
            expect(curve[index]!.predicted).toBeGreaterThan(curve[index - 1]!.predicted);
        },
      ),
    );
  });

  it('refuses no bins', () => {
    expect(() => reliabilityCurve(labels, reliability.scores, 1, { bins: 0 })).toThrow(
      expect.objectContaining({ code: 'LEARN_PARAMETER_INVALID' }),
    );
  });
});

describe('expectedCalibrationError', () => {
  it('is the mean distance, by rows', () => {
    const curve = reliabilityCurve(Int32Array.of(1, 0, 1, 1), [0.25, 0.25, 0.85, 0.95], 1, { bins: 2 });
    expect(expectedCalibrationError(curve)).toBeCloseTo((2 * 0.25 + 2 * 0.1) / 4, 12);
  });
});
