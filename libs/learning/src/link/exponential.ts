/** Steps of the table in one doubling. */
const STEPS = 256;
const STEPS_A_UNIT = STEPS / Math.LN2;
/** What ln 2 is above its nearest double. */
const LN2_REST = 2.3190468138462996e-17;
/** ln 2 / 256 in two parts, the first with 32 bits to spare: k times it is exact for every k in reach. */
const STEP_HIGH = Math.floor((Math.LN2 / STEPS) * 2 ** 40) / 2 ** 40;
const STEP_LOW = Math.LN2 / STEPS - STEP_HIGH + LN2_REST / STEPS;
/** Beyond this the result is 0 or infinite. */
const REACH = 708;
const SMALLEST_POWER = -1023;

const FRACTIONS = Float64Array.from({ length: STEPS }, (_, step) => 2 ** (step / STEPS));
const POWERS = Float64Array.from({ length: 2 * 1024 }, (_, index) => 2 ** (index + SMALLEST_POWER));

/**
 * e^x to two units in the last place, in plain arithmetic: x = k ln 2 / 256 + r, and e^r by its series
 * (Tang 1989, "Table-driven implementation of the exponential function"). Boosting takes one of every row and tree; this
 * is several times quicker than `Math.exp`, whose last digits, besides, every engine may choose for itself.
 * Values past ±708 are taken as ±708.
 */
export function exponential(value: number): number {
  const x = Math.min(REACH, Math.max(-REACH, value));
  const k = Math.floor(x * STEPS_A_UNIT + 0.5) | 0;
  const r = x - k * STEP_HIGH - k * STEP_LOW;
  const series = 1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24))));
  return FRACTIONS[k & (STEPS - 1)]! * POWERS[(k >> 8) - SMALLEST_POWER]! * series;
}
