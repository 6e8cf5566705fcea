import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../reference/load.ts';
import { rocAuc } from '../metrics/ranking.js';
import { createRandom } from '../random/random.js';
import { type Calibration, calibrated } from './calibration.js';
import { fitCalibration } from './fit-calibration.js';
import { curveAt, fitIsotonic, isotonicRegression } from './isotonic.js';
import { fitPlatt } from './platt.js';
import { thresholdAt } from './thresholds.js';

interface Case {
  x: number[];
  y: number[];
  inputs: number[];
  outputs: number[];
  at: number[];
  predicted: number[];
}
const { isotonic } = readReference<{ isotonic: Case[] }>('judgement.json');

/** Few different inputs, so that some are equal. */
const points = fc.array(fc.record({ x: fc.nat(60), y: fc.double({ min: -3, max: 3, noNaN: true }) }), {
  minLength: 1,
  maxLength: 80,
});

describe('isotonicRegression', () => {
  it.each(isotonic)(
    "has scikit-learn's corners and predictions (%#)",
    ({ x, y, inputs, outputs, at, predicted }) => {
      const curve = isotonicRegression(x, y);
      expect(curve.inputs).toEqual(inputs);
      curve.outputs.forEach((output, index) => {
        expect(output).toBeCloseTo(outputs[index]!, 12);
      });
      at.forEach((input, index) => {
        expect(curveAt(curve, input)).toBeCloseTo(predicted[index]!, 12);
      });
    },
  );

  it('rises strictly in its inputs and never falls in its outputs, with as many levels as it may have', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 6 }), (each, most) => {
        const curve = isotonicRegression(
          each.map(({ x }) => x),
          each.map(({ y }) => y),
          most,
        );
        expect(new Set(curve.outputs).size).toBeLessThanOrEqual(most);
        for (let index = 1; index < curve.inputs.length; index++) {
          expect(curve.inputs[index]!).toBeGreaterThan(curve.inputs[index - 1]!);
          expect(curve.outputs[index]!).toBeGreaterThanOrEqual(curve.outputs[index - 1]!);
        }
      }),
    );
  });

  it('keeps the mean, however coarse', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 80 }), (each, most) => {
        const curve = isotonicRegression(
          each.map(({ x }) => x),
          each.map(({ y }) => y),
          most,
        );
        const said = each.reduce((sum, { x }) => sum + curveAt(curve, x), 0);
        expect(said).toBeCloseTo(
          each.reduce((sum, { y }) => sum + y, 0),
          8,
        );
      }),
    );
  });

  it('never rises above a corner by rounding between two', () => {
    fc.assert(
      fc.property(
        points,
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (each, a, b) => {
          const curve = isotonicRegression(
            each.map(({ x }) => x),
            each.map(({ y }) => y),
          );
          expect(curveAt(curve, Math.min(a, b))).toBeLessThanOrEqual(curveAt(curve, Math.max(a, b)));
        },
      ),
    );
  });
});

/** Rows whose probability of class 1 is `truth(score)`. */
function sampled(rows: number, truth: (score: number) => number, seed = 1) {
  const random = createRandom(seed);
  const probabilities = Float32Array.from({ length: rows }, () => random.uniform());
  const labels = Int32Array.from(probabilities, (score) => Number(random.uniform() < truth(score)));
  return { labels, probabilities, positive: 1 };
}
const staircase = (score: number) => (score < 0.3 ? 0.1 : score < 0.6 ? 0.55 : score < 0.9 ? 0.6 : 0.98);

describe('fitIsotonic', () => {
  it('is the curve of the smoothed targets, tilted by a hundredth', () => {
    const labels = Int32Array.of(0, 0, 1, 1, 1);
    const { inputs, outputs } = fitIsotonic(labels, [0.1, 0.2, 0.7, 0.8, 0.9], 1);
    expect(inputs).toEqual([0, 0.1, 0.2, 0.7, 0.9, 1]);
    [1 / 4, 1 / 4, 1 / 4, 4 / 5, 4 / 5, 4 / 5].forEach((level, index) => {
      expect(outputs[index]).toBeCloseTo(0.99 * level + 0.01 * inputs[index]!, 12);
    });
  });

  it('keeps the order of rows that isotonic regression would tie, so thresholds cut as finely', () => {
    const { labels, probabilities, positive } = sampled(2000, staircase);
    const calibration = fitIsotonic(labels, probabilities, positive);
    const scores = probabilities.map((probability) => calibrated(calibration, probability));
    expect(rocAuc(labels, scores, 1)).toBeCloseTo(rocAuc(labels, probabilities, 1), 4);
    for (const rate of [0.01, 0.05]) {
      const [raw, kept] = [probabilities, scores].map((each) => {
        const threshold = thresholdAt(labels, each, 1, rate);
        return each.filter((score) => score >= threshold).length;
      });
      expect(kept).toBe(raw);
    }
  });

  it('finds a truth that is a staircase, in at most 102 corners', () => {
    const { labels, probabilities } = sampled(30_000, staircase);
    const calibration = fitIsotonic(labels, probabilities, 1);
    expect(calibration.inputs.length).toBeLessThanOrEqual(102);
    for (const score of [0.15, 0.45, 0.75, 0.95])
      expect(Math.abs(calibrated(calibration, score) - staircase(score))).toBeLessThan(0.03);
  });

  it('refuses one class', () => {
    expect(() => fitIsotonic(Int32Array.of(1, 1), [0.1, 0.2], 1)).toThrow(
      expect.objectContaining({ code: 'LEARN_ONE_CLASS' }),
    );
  });
});

describe('calibrated', () => {
  const { labels, probabilities } = sampled(500, (score) => score ** 2);
  const calibrations: Calibration[] = [
    fitIsotonic(labels, probabilities, 1),
    fitPlatt(labels, probabilities, 1, 'probability'),
    fitPlatt(labels, probabilities, 1, 'log-odds'),
  ];
  it.each(calibrations)('never falls where the probability rises: $method $input', (calibration) => {
    const probability = fc.float({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(probability, probability, (a, b) => {
        const [low, high] = [
          calibrated(calibration, Math.min(a, b)),
          calibrated(calibration, Math.max(a, b)),
        ];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('fitCalibration', () => {
  const options = { input: 'log-odds', seed: 1 } as const;

  it('takes isotonic where the truth is a staircase', () => {
    const { calibration, heldOut } = fitCalibration(sampled(4000, staircase), options);
    expect(calibration.method).toBe('isotonic');
    expect(heldOut!.isotonic).toBeLessThan(heldOut!.platt);
  });

  it("takes Platt's where the truth is a sigmoid of the log-odds", () => {
    const sigmoid = (score: number) => score ** 2 / (score ** 2 + (1 - score) ** 2);
    const { calibration, heldOut } = fitCalibration(sampled(2000, sigmoid), options);
    expect(calibration).toMatchObject({ method: 'platt', input: 'log-odds' });
    expect(heldOut!.platt).toBeLessThan(heldOut!.isotonic);
  });

  it('judges on rows not fitted on: labels that follow nothing gain isotonic nothing', () => {
    const { calibration, heldOut } = fitCalibration(
      sampled(400, () => 0.5),
      options,
    );
    expect(calibration.method).toBe('platt');
    expect(heldOut!.isotonic).toBeGreaterThan(Math.log(2));
  });

  it('keeps to the groups: copies of a row on both sides would flatter isotonic', () => {
    const one = sampled(300, () => 0.5);
    const twice = <T extends Int32Array | Float32Array>(values: T) =>
      Array.from({ length: 3000 }, (_, row) => values[row % 300]!);
    const copied = {
      labels: Int32Array.from(twice(one.labels)),
      probabilities: Float32Array.from(twice(one.probabilities)),
      positive: 1,
    };
    const groups = Int32Array.from({ length: 3000 }, (_, row) => row % 300);
    const flattered = fitCalibration(copied, options).heldOut!;
    const honest = fitCalibration({ ...copied, groups }, options).heldOut!;
    expect(flattered.isotonic).toBeLessThan(Math.log(2));
    expect(honest.isotonic).toBeGreaterThan(Math.log(2));
  });

  it("is Platt's where there are too few rows to hold out", () => {
    const data = {
      labels: Int32Array.of(0, 0, 1),
      probabilities: Float32Array.of(0.1, 0.2, 0.9),
      positive: 1,
    };
    const choice = fitCalibration(data, options);
    expect(choice.calibration.method).toBe('platt');
    expect(choice.heldOut).toBeUndefined();
  });

  it('repeats itself for a seed', () => {
    const data = sampled(1000, staircase);
    expect(fitCalibration(data, options)).toEqual(fitCalibration(data, options));
  });
});
