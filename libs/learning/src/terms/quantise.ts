import type { TermModel } from './term-model.js';

const LARGEST = 127;

/**
 * Weights as whole steps from -127 to 127, the step of each block its largest weight's 127th part. A weight is off by at
 * most half a step; so a block's score over n terms is by at most √n / 2 steps, and by about √(1/12) steps where the
 * errors of its terms are unlike.
 */
export function quantised(weights: Float32Array, blocks: number): Pick<TermModel, 'weights' | 'scales'> {
  const size = weights.length / blocks;
  const steps = new Int8Array(weights.length);
  const scales = new Float64Array(blocks).fill(1);
  for (let block = 0; block < blocks; block++) {
    const end = (block + 1) * size;
    let largest = 0;
    for (let id = block * size; id < end; id++) largest = Math.max(largest, Math.abs(weights[id]!));
    // Nothing to tell apart, or too little for a step to be told from 0.
    if (!(largest / LARGEST > 0)) continue;
    scales[block] = largest / LARGEST;
    for (let id = block * size; id < end; id++) steps[id] = Math.round(weights[id]! / scales[block]!);
  }
  return { weights: steps, scales };
}
