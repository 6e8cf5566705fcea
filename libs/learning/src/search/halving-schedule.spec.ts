import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../reference/load.ts';
import { halvingSchedule, type PlannedRung, survivorsOf } from './halving-schedule.js';

const { halving } = readReference<{
  halving: { candidates: number; rows: number; factor: number; least: number; rungs: PlannedRung[] }[];
}>('search.json');

describe('halvingSchedule', () => {
  it.each(halving)(
    'lays $candidates candidates on $rows rows out as scikit-learn does, but for all rows at last',
    ({ candidates, rows, factor, least, rungs }) => {
      const own = halvingSchedule({ candidates, factor, minResources: least, maxResources: rows });
      expect(own).toEqual(
        rungs.map((rung, index) => (index < rungs.length - 1 ? rung : { ...rung, resources: rows })),
      );
    },
  );

  it('takes whole powers as they are, where a floating logarithm falls just short', () => {
    const own = halvingSchedule({ candidates: 243, factor: 3, minResources: 1, maxResources: 243 });
    expect(own).toEqual(
      [243, 81, 27, 9, 3, 1].map((candidates) => ({ candidates, resources: 243 / candidates })),
    );
  });

  it('has ever fewer candidates on ever more resources, the last on all of them', () => {
    const anything = fc.record({
      candidates: fc.integer({ min: 1, max: 500 }),
      factor: fc.oneof(fc.integer({ min: 2, max: 5 }), fc.double({ min: 1.2, max: 4, noNaN: true })),
      minResources: fc.integer({ min: 1, max: 50 }),
      maxResources: fc.integer({ min: 50, max: 100_000 }),
    });
    fc.assert(
      fc.property(anything, (settings) => {
        const rungs = halvingSchedule(settings);
        expect(rungs[0]).toMatchObject({ candidates: settings.candidates });
        expect(rungs[0]!.resources).toBeGreaterThanOrEqual(settings.minResources);
        expect(rungs.at(-1)!.resources).toBe(settings.maxResources);
        rungs.slice(1).forEach((rung, index) => {
          expect(rung.resources).toBeGreaterThanOrEqual(rungs[index]!.resources);
          expect(rung.candidates).toBe(survivorsOf(rungs[index]!.candidates, settings.factor));
        });
      }),
    );
  });

  it.each([
    { factor: 1 },
    { factor: Number.NaN },
    { minResources: 0 },
    { minResources: 1.5 },
    { minResources: 101 },
    { maxResources: Number.NaN },
  ])('refuses %o', (wrong) => {
    const settings = { candidates: 9, factor: 3, minResources: 10, maxResources: 100, ...wrong };
    expect(() => halvingSchedule(settings)).toThrow(
      expect.objectContaining({ code: 'LEARN_PARAMETER_INVALID' }),
    );
  });
});
