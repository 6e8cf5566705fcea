import type { ReactElement } from 'react';
import { Histogram } from '../charts/index.js';
import { count, Facts } from '../components/index.js';
import type { ColumnSummary } from './data-types.js';
import { columnBins } from './feature-bins.js';

export interface ColumnHistogramProps {
  readonly column: ColumnSummary;
  /** The same column of the snapshot before. */
  readonly reference: ColumnSummary | undefined;
}

/** A column's values beside those of the snapshot before; figures only, where its values are too many. */
export function ColumnHistogram({ column, reference }: ColumnHistogramProps): ReactElement {
  const bins = columnBins(column, reference);
  const { name, missing, minimum, maximum, mean } = column;
  const figure = (value: number | null): string | null =>
    value === null ? null : String(Number(value.toPrecision(4)));
  return (
    <div className="grid-halves">
      {bins.length === 0 ? null : (
        <Histogram
          title={name}
          summary={`${bins.length} different values`}
          bins={bins}
          currentLabel="this snapshot"
          referenceLabel="the one before"
        />
      )}
      <Facts
        facts={[
          ['Mean', figure(mean)],
          ['Smallest', figure(minimum)],
          ['Largest', figure(maximum)],
          ['Missing', count(missing)],
          ['Mean before', reference === undefined ? null : figure(reference.mean)],
        ]}
      />
    </div>
  );
}
