const number = new Float32Array(1);
const bits = new Int32Array(number.buffer);

/** The next 32-bit number above (`step` 1) or below (-1) a finite one. */
function neighbour(value: number, step: 1 | -1): number {
  number[0] = value;
  // The bits of negative numbers count the other way.
  if (number[0] === 0) bits[0] = step === 1 ? 1 : -0x7fffffff;
  else bits[0]! += number[0]! > 0 ? step : -step;
  return number[0]!;
}

export const nextAbove = (value: number): number => neighbour(value, 1);

/** The highest 32-bit number below a 64-bit one: for 32-bit x, `x < value` is `x <= highestBelow(value)`. */
export function highestBelow(value: number): number {
  const rounded = Math.fround(value);
  return rounded < value ? rounded : neighbour(rounded, -1);
}

/**
 * The middle between a 32-bit threshold and the next number: `x <= threshold` is `x < middleAbove(threshold)` for
 * 32-bit x, and for 64-bit x the same as after rounding to 32 bits (but for x at the very middle).
 */
export function middleAbove(threshold: number): number {
  return threshold + (nextAbove(threshold) - threshold) / 2;
}
