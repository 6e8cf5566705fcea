import type { TrainingProgress } from '@weir/learning';
import { expect, it } from 'vitest';
import { sayProgress } from './say-progress.js';

const best = {
  algorithm: 'random-forest',
  parameters: {},
  meanF1: 0.94006,
  standardDeviation: 0,
  foldF1: [],
  seconds: 1,
} as const;

it.each([
  [
    { stage: 'search', steps: { done: 1_204, total: 18_444 }, algorithm: 'gradient-boosting', best },
    'searching: 1,204 of 18,444 steps, trying gradient-boosting; best so far random-forest, F1 0.9401',
  ],
  [{ stage: 'search', steps: { done: 0, total: 3 } }, 'searching: 0 of 3 steps'],
  [
    { stage: 'judge', steps: { done: 0.626, total: 2 }, best },
    'judging what the model rests on: 31 %; chosen random-forest, F1 0.9401',
  ],
  [
    { stage: 'refit', steps: { done: 12, total: 256 }, best },
    'fitting on all rows: 12 of 256 steps; chosen random-forest, F1 0.9401',
  ],
] as [Partial<TrainingProgress>, string][])('says %j', (progress, message) => {
  const scale = { done: 5, total: 10 };
  expect(sayProgress({ ...scale, ...progress } as TrainingProgress)).toEqual({ ...scale, message });
});
