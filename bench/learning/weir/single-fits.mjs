// One tree, and one forest: milliseconds of each fit, the first one (cold) apart.
import { createExecutor, fitModel } from '@weir/learning';
import { answer, readProblem, secondsSince } from './problem.mjs';
import { trainingPart } from './search-algorithm.mjs';

const { data, splits, fits, repetitions, seed, threads } = readProblem();
const training = trainingPart(data, splits[0]);
const milliseconds = {};
for (const { name, algorithm, parameters } of fits) {
  // A single tree is no work to share out.
  const executor = createExecutor(algorithm === 'decision-tree' ? 0 : threads);
  milliseconds[name] = [];
  for (let repetition = 0; repetition <= repetitions; repetition++) {
    const begun = performance.now();
    await fitModel(training, { algorithm, parameters }, { seed, classWeighting: 'none', executor });
    milliseconds[name].push(secondsSince(begun) * 1000);
  }
  await executor.close();
}
answer({ milliseconds });
