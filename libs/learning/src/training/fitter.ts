import type { TrainingData } from '../dataset/training-data.js';
import { LearningError } from '../errors.js';
import type { FittedModel } from '../model/fitted-model.js';
import type { Configuration } from './fit-model.js';

/** Fits one configuration with another engine. The same seed must give the same model. */
export type Fitter = (data: TrainingData, configuration: Configuration, seed: number) => FittedModel;

/** A fitter by its place, since a function cannot cross to a thread. */
export interface FitterReference {
  /** URL of the module. */
  readonly module: string;
  /** Name of the function it exports. */
  readonly name: string;
}

/** The fitter named. Throws `LEARN_FITTER_REFUSED` where there is none. */
export async function loadFitter({ module, name }: FitterReference): Promise<Fitter> {
  const loaded: Record<string, unknown> = await import(module);
  const found = loaded[name];
  if (typeof found !== 'function')
    throw new LearningError('LEARN_FITTER_REFUSED', `${module} has no ${name}`);
  return found as Fitter;
}

/** Fits; what another engine throws becomes `LEARN_FITTER_REFUSED`, its own words in the detail. */
export function fitWith(
  fitter: Fitter,
  data: TrainingData,
  configuration: Configuration,
  seed: number,
): FittedModel {
  try {
    return fitter(data, configuration, seed);
  } catch (cause) {
    if (cause instanceof LearningError) throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new LearningError('LEARN_FITTER_REFUSED', detail, { cause });
  }
}
