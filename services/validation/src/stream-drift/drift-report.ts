import { createHash } from 'node:crypto';
import type { DistributionDrift, DriftedColumn, ModelDriftPublished } from '@weir/contracts';
import { compareSketches, type SketchDrift } from '@weir/drift';
import type { DriftDetails } from '@weir/platform';
import { driftDetails } from './drift-details.js';
import type { Reference } from './drift-references.js';
import type { WindowSum } from './window-sum.js';

/**
 * Least stability index of scores that counts against a training: they are of the model that was tested, fitted on four
 * fifths of the rows, and rows that were taught score surer than others. The shipped model reaches 0.16 on its own data.
 */
const SCORES_MOVED = 0.25;

export interface WindowJudgement {
  readonly report: ModelDriftPublished;
  /** Of every feature, also those that did not drift. */
  readonly details: DriftDetails;
}

/**
 * What a window of the stream is like beside its reference. The same sketches give the same id, which sorts by the
 * window's end. Throws `RangeError` where there are no sketches.
 */
export function judgeWindow(window: WindowSum, reference: Reference, now: Date): WindowJudgement {
  const { name, version, processes, from, to } = window.folded();
  const current = window.merged;
  if (current === undefined) throw new RangeError('nothing to compare');
  const options = reference.kind === 'training' ? { answersEffect: SCORES_MOVED } : {};
  const found = compareSketches(reference.sketch, current, options);
  const id = reportId(
    to,
    window.sketches.map((sketch) => sketch.id),
  );
  const report: ModelDriftPublished = {
    id,
    model: { name, version },
    reference: reference.kind,
    from,
    to,
    rows: current.rows,
    processes: processes.length,
    level: found.level,
    columns: found.columns.length,
    drifted: found.drifted.map(columnOf),
    ...(found.scores === null ? {} : { scores: distributionOf(found.scores) }),
    ...(found.verdicts === null ? {} : { verdicts: distributionOf(found.verdicts) }),
    verdictRows: { ...current.answers.verdicts },
    at: now.toISOString(),
  };
  return { report, details: driftDetails(id, { reference: reference.sketch, current, found }) };
}

function reportId(to: string, ids: readonly string[]): string {
  const hash = createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex');
  return `${new Date(to).toISOString().replaceAll(/[-:.]/g, '')}-${hash.slice(0, 16)}`;
}

function distributionOf({
  populationStabilityIndex,
  adjustedPValue,
  drifted,
}: SketchDrift): DistributionDrift {
  return { populationStabilityIndex: Math.max(0, populationStabilityIndex), adjustedPValue, drifted };
}

function columnOf(drift: SketchDrift): DriftedColumn {
  const { column, referenceMean, currentMean } = drift;
  return {
    column,
    ...distributionOf(drift),
    ...(referenceMean === null ? {} : { referenceMean }),
    ...(currentMean === null ? {} : { currentMean }),
  };
}
