/** Columns of the synthetic data, the last fifth of them small whole numbers. */
export const COLUMNS = 80;
const WHOLE_FROM = 64;
const LEVELS = 12;

/** mulberry32: one 32-bit state, even enough for test data. */
function uniform(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Close enough to normal, and cheaper than Box-Muller: a sum of uniforms, variance 1. */
const bell = (random) => (random() + random() + random() + random() - 2) * Math.sqrt(3);

/** Log-odds with a straight part, a product, a bend and a step: something for every learner to find. */
function logOdds(values, at) {
  return (
    values[at] +
    0.8 * values[at + 1] * values[at + 2] -
    Math.abs(values[at + 3]) +
    0.5 * values[at + 4] +
    (values[at + WHOLE_FROM] > LEVELS / 2 ? 0.8 : -0.2)
  );
}

/** Two classes in `rows` × 80 columns; the first rows are the same for every size. */
export function syntheticData(rows, seed) {
  const random = uniform(seed);
  const values = new Float32Array(rows * COLUMNS);
  const labels = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const at = row * COLUMNS;
    for (let column = 0; column < WHOLE_FROM; column++) values[at + column] = bell(random);
    for (let column = WHOLE_FROM; column < COLUMNS; column++)
      values[at + column] = Math.floor(random() * LEVELS);
    labels[row] = random() < 1 / (1 + Math.exp(-logOdds(values, at))) ? 1 : 0;
  }
  return { matrix: { rows, columns: COLUMNS, values }, labels, classes: 2 };
}
