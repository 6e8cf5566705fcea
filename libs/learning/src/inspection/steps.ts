import { setImmediate } from 'node:timers/promises';
import type { StepProgress } from '../parallel/step-count.js';

/** Work that can be stopped, or made to wait, wherever it yields; it returns its result. */
export type Steps<T> = Generator<StepProgress, T, void>;

export interface StepControl {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: StepProgress) => void) | undefined;
}

/** Longest stretch without looking at the abort signal, but for one step, in milliseconds. */
const SLICE_MILLISECONDS = 50;

/** Does all the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the work in slices, between which other work of the process has its turn; rejects with the signal's reason. */
export async function finishInSlices<T>(steps: Steps<T>, control: StepControl = {}): Promise<T> {
  let sliceEnds = performance.now() + SLICE_MILLISECONDS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < sliceEnds) continue;
    control.onProgress?.(step.value);
    await setImmediate();
    control.signal?.throwIfAborted();
    sliceEnds = performance.now() + SLICE_MILLISECONDS;
  }
}
