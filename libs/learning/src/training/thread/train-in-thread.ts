import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { LearningError } from '../../errors.js';
import { errorOf } from '../../parallel/worker-failure.js';
import type { FitterReference } from '../fitter.js';
import type { TrainingInput } from '../training-input.js';
import type { TrainingControl } from '../training-report.js';
import type { EncodedTraining, ThreadReply, ThreadRequest } from './messages.js';

export interface ThreadControl extends Omit<TrainingControl, 'fitter'> {
  /** Where to find another engine's fitter: it is loaded in the thread. */
  readonly fitter?: FitterReference | undefined;
}

/** The built thread, found by name so that it is found from the sources under test as well as from the build. */
const THREAD_FILE = createRequire(import.meta.url).resolve('@weir/learning/training-thread');

/**
 * `trainModel` in a thread of its own, and the artifact encoded there: what stands between the fits (splits, binning,
 * calibration, figures) takes seconds on large data, and would hold up whatever else the process serves.
 * Data in shared memory is not copied. Throws as `trainModel` does, and `LEARN_WORKER_FAILED` for any other failure.
 */
export async function trainInThread(
  input: TrainingInput,
  { signal, onProgress, workers = availableParallelism(), fitter }: ThreadControl = {},
): Promise<EncodedTraining> {
  signal?.throwIfAborted();
  const request: ThreadRequest = { input, workers, fitter };
  const thread = new Worker(THREAD_FILE, { workerData: request, execArgv: [] });
  let stop = () => {};
  try {
    return await new Promise<EncodedTraining>((resolve, reject) => {
      stop = () => reject(signal?.reason);
      signal?.addEventListener('abort', stop, { once: true });
      const fail = (cause: unknown) =>
        reject(new LearningError('LEARN_WORKER_FAILED', String(cause), { cause }));
      thread.on('error', fail);
      thread.on('exit', (code) => fail(`it ended with exit code ${code}`));
      thread.on('message', (reply: ThreadReply) => {
        if ('trained' in reply) return resolve(reply.trained);
        if ('failure' in reply) return reject(errorOf(reply.failure));
        try {
          onProgress?.(reply.progress);
        } catch (error) {
          reject(error);
        }
      });
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    // Its own workers end with it.
    await thread.terminate();
  }
}
