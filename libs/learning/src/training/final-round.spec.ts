import { describe, expect, it, vi } from 'vitest';
import { LearningError } from '../errors.js';
import type { Candidate, SearchResult } from '../search/search-models.js';
import { finalistsOf, finalRound } from './final-round.js';

const candidate = (
  algorithm: Candidate['algorithm'],
  parameters: Candidate['parameters'],
  meanF1: number,
) => ({
  algorithm,
  parameters,
  meanF1,
  standardDeviation: 0,
  foldF1: [meanF1],
  seconds: 1,
});

const boosting = candidate('gradient-boosting', { nEstimators: 64, learningRate: 0.1 }, 0.95);
const forest = candidate('random-forest', { nEstimators: 128 }, 0.94);
const candidates = [
  candidate('decision-tree', { criterion: 'gini' }, 0.92),
  candidate('random-forest', { nEstimators: 8 }, 0.93),
  forest,
  candidate('gradient-boosting', { nEstimators: 8, learningRate: 0.1 }, 0.945),
  boosting,
];
const found: SearchResult = {
  candidates,
  best: boosting,
  outOfFold: new Float32Array(2),
  foldOf: new Int32Array(2),
};

describe('finalRound', () => {
  it('lets the best of the two best algorithms meet on ten folds, and takes the winner there', async () => {
    expect(finalistsOf(candidates)).toEqual([boosting, forest]);
    const winner = { ...forest, meanF1: 0.948 };
    const outOfFold = new Float32Array(4);
    const again = vi.fn(async () => ({ ...found, candidates: [boosting, winner], best: winner, outOfFold }));
    const decided = await finalRound(found, 5000, again);
    expect(again).toHaveBeenCalledWith({
      algorithms: ['gradient-boosting', 'random-forest'],
      grids: {
        'gradient-boosting': { nEstimators: [64], learningRate: [0.1] },
        'random-forest': { nEstimators: [128] },
      },
      folds: 10,
    });
    expect(decided).toMatchObject({ best: winner, candidates });
    expect(decided.outOfFold).toBe(outOfFold);
  });

  it('prefers the simpler where the other leads by less than its standard error', async () => {
    const folds = [0.93, 0.97];
    const leader = { ...boosting, meanF1: 0.95, standardDeviation: 0.02, foldF1: folds };
    const close = { ...forest, meanF1: 0.94 };
    const ofForest = new Float32Array(6);
    const again = vi
      .fn()
      .mockResolvedValueOnce({ ...found, candidates: [leader, close], best: leader })
      .mockResolvedValueOnce({ ...found, candidates: [close], best: close, outOfFold: ofForest });
    const decided = await finalRound(found, 5000, again);
    expect(decided.best).toBe(close);
    expect(decided.outOfFold).toBe(ofForest);
  });

  it('keeps what was found where there is nothing to decide, or too much to do', async () => {
    const never = vi.fn();
    const alone = { ...found, candidates: candidates.slice(3) };
    expect(await finalRound(alone, 5000, never)).toBe(alone);
    expect(await finalRound(found, 50_000, never)).toBe(found);
    expect(never).not.toHaveBeenCalled();
  });

  it('keeps what was found where the rows do not make ten folds, and hides no other failure', async () => {
    const fail = (code: 'LEARN_TOO_FEW_ROWS' | 'LEARN_WORKER_FAILED') => async () => {
      throw new LearningError(code);
    };
    expect(await finalRound(found, 20, fail('LEARN_TOO_FEW_ROWS'))).toBe(found);
    await expect(finalRound(found, 20, fail('LEARN_WORKER_FAILED'))).rejects.toThrow('worker');
  });
});
