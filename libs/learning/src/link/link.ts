/** 1 / (1 + e^-x), without overflow. */
export function sigmoid(value: number): number {
  if (value >= 0) return 1 / (1 + Math.exp(-value));
  const power = Math.exp(value);
  return power / (1 + power);
}

/** Writes softmax(scores) to `out` from `at`; `scores` is used up. */
export function writeSoftmax(scores: Float64Array, out: Float32Array | Float64Array, at: number): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < scores.length; index++) if (scores[index]! > largest) largest = scores[index]!;
  let sum = 0;
  for (let index = 0; index < scores.length; index++) {
    scores[index] = Math.exp(scores[index]! - largest);
    sum += scores[index]!;
  }
  for (let index = 0; index < scores.length; index++) out[at + index] = scores[index]! / sum;
}
