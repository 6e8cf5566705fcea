import { columnHistograms, type SketchComparison, type StreamSketch } from '@weir/drift';
import type { DriftDetails } from '@weir/platform';

export interface ComparedSketches {
  readonly reference: StreamSketch;
  readonly current: StreamSketch;
  readonly found: SketchComparison;
}

/** Every feature of a report with its histogram, the largest effect first. */
export function driftDetails(id: string, { reference, current, found }: ComparedSketches): DriftDetails {
  const histograms = new Map(columnHistograms(reference, current).map((each) => [each.column, each]));
  const features = found.columns
    .toSorted((a, b) => b.populationStabilityIndex - a.populationStabilityIndex)
    .map(({ column, populationStabilityIndex, adjustedPValue, drifted, referenceMean, currentMean }) => ({
      feature: column,
      populationStabilityIndex: Math.max(0, populationStabilityIndex),
      adjustedPValue,
      drifted,
      referenceMean,
      currentMean,
      bins: histograms.get(column)?.bins ?? [],
      missing: histograms.get(column)?.missing ?? { reference: 0, current: 0 },
    }));
  return { id, features };
}
