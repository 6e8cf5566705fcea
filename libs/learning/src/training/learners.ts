import type { TrainingData } from '../dataset/training-data.js';
import type { FittedModel } from '../model/fitted-model.js';
import type { Executor } from '../parallel/executor.js';
import type { StepProgress } from '../parallel/step-count.js';
import {
  type SearchControl,
  type SearchOptions,
  type SearchResult,
  searchModels,
} from '../search/search-models.js';
import type { ClassWeighting } from '../weights/class-weights.js';
import { type Configuration, fitModel } from './fit-model.js';
import type { Fitter } from './fitter.js';
import { fitWith } from './fitter.js';
import { searchWithFitter } from './fitter-search.js';

export interface FitRequest {
  readonly configuration: Configuration;
  readonly seed: number;
  readonly classWeighting?: ClassWeighting | undefined;
}

export interface FitControl {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: StepProgress) => void) | undefined;
}

/** What a training searches and fits with; the rest of the procedure is the same for all. */
export interface Learners {
  search(data: TrainingData, options: SearchOptions, control: SearchControl): Promise<SearchResult>;
  fit(data: TrainingData, request: FitRequest, control: FitControl): Promise<FittedModel>;
}

/** This library's own, in a pool. */
export function ownLearners(executor: Executor): Learners {
  return {
    search: (data, options, control) => searchModels(data, { ...options, executor }, control),
    fit: (data, { configuration, seed, classWeighting }, control) =>
      fitModel(data, configuration, {
        seed,
        executor,
        ...control,
        ...(classWeighting && { classWeighting }),
      }),
  };
}

/** Another engine's, in this thread; a fit cannot be stopped half-way. */
export function learnersOf(fitter: Fitter): Learners {
  return {
    search: (data, options, control) => searchWithFitter(fitter, data, options, control),
    fit: async (data, { configuration, seed }, { signal }) => {
      signal?.throwIfAborted();
      return fitWith(fitter, data, configuration, seed);
    },
  };
}
