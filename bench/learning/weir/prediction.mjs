// Nanoseconds per row and tree of one batch, one thread, memory kept between batches.
import { createExecutor, fitModel, PredictionScratch, predictProbabilities } from '@weir/learning';
import { answer, readProblem, secondsSince } from './problem.mjs';
import { trainingPart } from './search-algorithm.mjs';

const { data, splits, seed, threads, batchRows, repetitions, configuration } = readProblem();
const executor = createExecutor(threads);
const model = await fitModel(trainingPart(data, splits[0]), configuration, {
  seed,
  classWeighting: 'none',
  executor,
});
await executor.close();

const batch = repeated(data.matrix, batchRows);
const out = new Float32Array(batchRows * data.classes);
const scratch = new PredictionScratch();
const trees = model.trees.roots.length;
const nanoseconds = [];
let checksum = 0;
for (let repetition = 0; repetition <= repetitions; repetition++) {
  const begun = performance.now();
  predictProbabilities(model, batch, out, scratch);
  nanoseconds.push((secondsSince(begun) * 1e9) / batchRows / trees);
  checksum += out[repetition];
}
const leaves = model.trees.feature.filter((feature) => feature < 0).length;
// The first batch, not yet compiled, does not count.
answer({ engines: { Weir: { nanoseconds: nanoseconds.slice(1), leaves: leaves / trees } }, checksum });

/** The rows over and over until there are enough. */
function repeated({ rows, columns, values }, wanted) {
  const many = new Float32Array(wanted * columns);
  for (let row = 0; row < wanted; row += rows) {
    const count = Math.min(rows, wanted - row);
    many.set(values.subarray(0, count * columns), row * columns);
  }
  return { rows: wanted, columns, values: many };
}
