import type { WorkerFailure } from '../../parallel/worker-failure.js';
import type { FitterReference } from '../fitter.js';
import type { TrainingInput } from '../training-input.js';
import type { TrainingProgress, TrainingResult } from '../training-report.js';

export interface ThreadRequest {
  readonly input: TrainingInput;
  readonly workers: number;
  readonly fitter?: FitterReference | undefined;
}

/** A result with its artifact encoded, which takes long enough for a thread of its own. */
export type EncodedTraining = TrainingResult & { readonly bytes: Uint8Array };

/** From the thread: progress any number of times, then one of the others. */
export type ThreadReply =
  | { readonly progress: TrainingProgress }
  | { readonly trained: EncodedTraining }
  | { readonly failure: WorkerFailure };
