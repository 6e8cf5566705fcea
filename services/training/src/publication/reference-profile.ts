import { setImmediate } from 'node:timers/promises';
import { type RowSample, SCORE_BINS, scoreBin, sketchToJson } from '@weir/drift';
import type { ModelArtifact } from '@weir/learning';

/**
 * What a version's stream is compared with, as JSON: a sketch of the rows it was taught, and of its scores on rows that
 * it was not. A model is surer of what it has seen, so the scores are those of the fifth held out by group
 * (`distinct.reliability`). Columns that a linear model makes of terms are left out for the same reason: there are no
 * rows that it did not learn from.
 */
export async function referenceProfile(
  population: RowSample,
  { metrics }: Pick<ModelArtifact, 'metrics'>,
): Promise<string> {
  const steps = population.sketchSteps();
  let step = steps.next();
  for (; !step.done; step = steps.next()) await setImmediate();
  const sketch = step.value.withAnswers({ scores: heldOutScores(metrics), verdicts: {} });
  return `${JSON.stringify(sketchToJson(sketch))}\n`;
}

/** Rows by score; empty where an artifact has no such figures. */
function heldOutScores(metrics: ModelArtifact['metrics']): number[] {
  const scores = new Array<number>(SCORE_BINS).fill(0);
  for (let at = 0; at < SCORE_BINS; at++) {
    const predicted = metrics[`distinct.reliability.${at}.predicted`];
    const rows = metrics[`distinct.reliability.${at}.rows`];
    if (predicted === undefined || rows === undefined) continue;
    const bin = scoreBin(predicted);
    scores[bin] = (scores[bin] ?? 0) + rows;
  }
  return scores.some((rows) => rows > 0) ? scores : [];
}
