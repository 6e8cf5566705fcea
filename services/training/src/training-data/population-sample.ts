import { RowSample } from '@weir/drift';

/** Four times what a window keeps: the reference should add little to the error of a comparison. */
const POPULATION_ROWS = 16_384;

/** An empty sample of the rows a model is taught, unweighted. */
export function populationSample(columns: readonly string[], seed: number): RowSample {
  return new RowSample(columns, { seed, capacity: POPULATION_ROWS });
}
