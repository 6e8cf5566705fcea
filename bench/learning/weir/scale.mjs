// One fit of one learner, with the memory that the process held before it and at its highest.
import { createExecutor, fitModel } from '@weir/learning';
import { answer, readProblem, secondsSince } from './problem.mjs';

const { data, seed, threads, configurations, words } = readProblem();
const configuration = configurations[words[0]];
const beforeMb = process.memoryUsage.rss() / 2 ** 20;
const executor = createExecutor(threads);
const begun = performance.now();
await fitModel(data, configuration, { seed, classWeighting: 'none', executor });
const seconds = secondsSince(begun);
await executor.close();
answer({ seconds, beforeMb });
