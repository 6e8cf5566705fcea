// One gradient boosting on the training rows; its ROC-AUC on the others.
import { createExecutor, fitModel, predictProbabilities, rocAuc, selectData } from '@weir/learning';
import { answer, readProblem, secondsSince } from './problem.mjs';
import { trainingPart } from './search-algorithm.mjs';

const { data, splits, positive, seed, threads, configuration, words } = readProblem();
const [maxDepth] = words.map(Number);
const { algorithm, parameters } = configuration;
const bounded = { algorithm, parameters: { ...parameters, ...(maxDepth && { maxDepth }) } };
const [split] = splits;
const training = trainingPart(data, { train: split.train });
const executor = createExecutor(threads);
const begun = performance.now();
const model = await fitModel(training, bounded, { seed, classWeighting: 'none', executor });
const seconds = secondsSince(begun);
await executor.close();
const test = selectData(data, Int32Array.from(split.test));
const probabilities = predictProbabilities(model, test.matrix);
const scores = Float32Array.from(test.labels, (_, row) => probabilities[row * test.classes + positive]);
answer({ seconds, rocAuc: rocAuc(test.labels, scores, positive), trees: model.trees.roots.length });
