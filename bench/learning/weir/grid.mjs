// The whole grid of every algorithm, on every split of the problem.
import { createExecutor } from '@weir/learning';
import { answer, readProblem } from './problem.mjs';
import { searchAlgorithm } from './search-algorithm.mjs';

const { data, splits, algorithms, positive, folds, quick, threads } = readProblem();
const executor = createExecutor(threads);
const results = {};
for (const split of splits) {
  results[split.name] = {};
  for (const name of algorithms)
    results[split.name][name] = await searchAlgorithm(name, {
      data,
      split,
      positive,
      folds,
      executor,
      quick,
    });
}
await executor.close();
answer({ splits: results });
