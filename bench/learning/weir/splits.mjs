// Each algorithm's best candidate, chosen by cross-validation within each split's training part, tested on its rest.
import { createExecutor } from '@weir/learning';
import { answer, readProblem } from './problem.mjs';
import { searchAlgorithm } from './search-algorithm.mjs';

const { data, splits, algorithms, positive, folds, quick, threads } = readProblem();
const executor = createExecutor(threads);
const testF1 = Object.fromEntries(algorithms.map((name) => [name, []]));
const best = [];
for (const split of splits) {
  let chosen;
  for (const name of algorithms) {
    const result = await searchAlgorithm(name, { data, split, positive, folds, executor, quick });
    testF1[name].push(result.testF1);
    if (chosen === undefined || result.meanF1 > chosen.meanF1) chosen = { name, ...result };
  }
  best.push(chosen);
}
await executor.close();
answer({
  testF1: { ...testF1, 'the best of all': best.map((each) => each.testF1) },
  chosen: best.map(({ name, parameters }) => ({ algorithm: name, parameters })),
});
