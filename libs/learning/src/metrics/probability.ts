/** Nearest a probability comes to 0 or 1 in a logarithm: the resolution of the 32-bit numbers that models give. */
const SMALLEST_PROBABILITY = 1.1920928955078125e-7;

/** −ln of the probability given to what came true, in nats. */
export function surprise(probability: number): number {
  return -Math.log(Math.min(1, Math.max(SMALLEST_PROBABILITY, probability)));
}

/** Mean −ln of the probability given to what came true, for one class against all others. In nats. */
export function logLoss(labels: Int32Array, probabilities: ArrayLike<number>, positive: number): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row++) {
    sum += surprise(labels[row] === positive ? probabilities[row]! : 1 - probabilities[row]!);
  }
  return sum / labels.length;
}

/** Mean squared difference of probability and outcome (1 or 0), for one class against all others. */
export function brierScore(labels: Int32Array, probabilities: ArrayLike<number>, positive: number): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row++) {
    sum += (probabilities[row]! - (labels[row] === positive ? 1 : 0)) ** 2;
  }
  return sum / labels.length;
}
