import { type Bin, valueBins } from '../charts/histogram-bins.js';
import type { ColumnSummary, DriftedFeature } from './data-types.js';

const NUMBER = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });

/** A stream's feature beside the reference; rows without a value have a bin of their own. */
export function streamBins({ bins, missing }: DriftedFeature): Bin[] {
  const found = bins.map(([from, to, reference, current]) => ({
    label: from === to ? NUMBER.format(from) : `${NUMBER.format(from)}–${NUMBER.format(to)}`,
    current,
    reference,
  }));
  if (missing.current === 0 && missing.reference === 0) return found;
  return [...found, { label: 'none', current: missing.current, reference: missing.reference }];
}

/** A snapshot's column beside the one before; nothing where its values are too many to be counted. */
export function columnBins(current: ColumnSummary, reference: ColumnSummary | undefined): Bin[] {
  const counts = (column: ColumnSummary | undefined): (readonly [number | string, number])[] =>
    (column?.values ?? []).flatMap(([value, rows]) =>
      value === undefined || typeof rows !== 'number' ? [] : [[value, rows] as const],
    );
  return current.values === null ? [] : valueBins(counts(current), counts(reference));
}
