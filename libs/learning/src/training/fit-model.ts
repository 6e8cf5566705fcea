import { availableParallelism } from 'node:os';
import type { Parameters } from '../algorithm/algorithm.js';
import { prepareProblem } from '../algorithm/problem.js';
import { algorithmOf } from '../algorithm/registry.js';
import { assertTrainingData, type TrainingData } from '../dataset/training-data.js';
import type { AlgorithmName, FittedModel } from '../model/fitted-model.js';
import type { Executor } from '../parallel/executor.js';
import type { StepProgress } from '../parallel/step-count.js';
import type { Task } from '../parallel/task.js';
import { createExecutor } from '../parallel/worker-pool.js';
import type { ClassWeighting } from '../weights/class-weights.js';

export interface Configuration {
  readonly algorithm: AlgorithmName;
  readonly parameters: Parameters;
}

export interface FitOptions {
  readonly seed: number;
  readonly classWeighting?: ClassWeighting;
  /** Threads; 0 works in this one. The machine's parallelism where absent. */
  readonly workers?: number;
  /** A pool to work in; else one is made and closed again. */
  readonly executor?: Executor;
  readonly signal?: AbortSignal | undefined;
  /** Called as trees or iterations are done, a few times a second. */
  readonly onProgress?: ((progress: StepProgress) => void) | undefined;
}

/**
 * Fits one configuration on all rows. The same seed gives the same model whatever the number of workers.
 * Throws the errors of `assertTrainingData`, `LEARN_PARAMETER_INVALID`, `LEARN_ALGORITHM_UNKNOWN`, `LEARN_WORKER_FAILED`.
 */
export async function fitModel(
  data: TrainingData,
  configuration: Configuration,
  options: FitOptions,
): Promise<FittedModel> {
  assertTrainingData(data);
  const algorithm = algorithmOf(configuration.algorithm);
  algorithm.validate(configuration.parameters);
  const { seed, classWeighting = 'balanced', signal, onProgress } = options;
  const tasks = algorithm
    .planFitting(configuration.parameters)
    .map((unit): Task => ({ kind: 'fit', algorithm: algorithm.name, unit }));
  // More threads than tasks are not idle: one fit may use several.
  const executor = options.executor ?? createExecutor(options.workers ?? availableParallelism());
  try {
    executor.warmUp(tasks.length);
    const problem = prepareProblem(data, { seed, classWeighting });
    const outcomes = await executor.run(problem, tasks, { signal, onProgress });
    return algorithm.join(outcomes.flatMap((outcome) => (outcome.kind === 'fit' ? [outcome.part] : [])));
  } finally {
    if (!options.executor) await executor.close();
  }
}
