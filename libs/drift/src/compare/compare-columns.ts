import type { ColumnProfile, NumberProfile } from '../profile/column-profile.js';
import { chiSquaredContingency } from '../tests/chi-squared.js';
import { jensenShannonDistance, populationStabilityIndex } from '../tests/divergence.js';
import { kolmogorovSmirnovWeighted, type TestResult } from '../tests/kolmogorov-smirnov.js';
import { type Binned, binCategories, binQuantiles, poolRare, weightedOf } from './bins.js';

/** `none`: a side is empty, or there is but one value. */
export type DriftTest = 'chi-squared' | 'kolmogorov-smirnov' | 'none';

/** One column before correction for how many columns were looked at. */
export interface ColumnComparison extends TestResult {
  readonly column: string;
  readonly test: DriftTest;
  readonly populationStabilityIndex: number;
  readonly jensenShannon: number;
}

/** A chi-squared test wants about five expected on each side (Cochran 1954). */
const FEWEST_IN_CATEGORY = 10;

/** Compares two profiles of one column, both of the same kind. Missing values count as a category of their own. */
export function compareColumns(
  reference: ColumnProfile,
  current: ColumnProfile,
  categoricalLimit: number,
): ColumnComparison {
  const { column } = reference;
  if (reference.count === 0 || current.count === 0) return { column, ...nothing() };
  if (reference.kind === 'text' && current.kind === 'text') {
    if (reference.values !== null && current.values !== null) {
      return { column, ...byCategory(binCategories(reference.values, current.values), reference, current) };
    }
    return { column, ...byNumber(reference.lengths, current.lengths, reference, current) };
  }
  const before = numbersOf(reference);
  const after = numbersOf(current);
  if (isCategorical(before, categoricalLimit) && isCategorical(after, categoricalLimit)) {
    return {
      column,
      ...byCategory(binCategories(before.values ?? [], after.values ?? []), reference, current),
    };
  }
  return { column, ...byNumber(before, after, reference, current) };
}

type Figures = Omit<ColumnComparison, 'column'>;

function nothing(): Figures {
  return { test: 'none', statistic: 0, pValue: 1, populationStabilityIndex: 0, jensenShannon: 0 };
}

function numbersOf(profile: ColumnProfile): NumberProfile {
  return profile.kind === 'text' ? profile.lengths : profile;
}

function isCategorical(profile: NumberProfile, limit: number): boolean {
  return profile.values !== null && profile.values.length <= limit;
}

function byCategory(categories: Binned, reference: ColumnProfile, current: ColumnProfile): Figures {
  const bins = withMissing(categories, reference, current);
  return { test: 'chi-squared', ...chiSquared(poolRare(bins, FEWEST_IN_CATEGORY)), ...distances(bins) };
}

function byNumber(
  before: NumberProfile,
  after: NumberProfile,
  reference: ColumnProfile,
  current: ColumnProfile,
): Figures {
  const first = weightedOf(before);
  const second = weightedOf(after);
  const presence = withMissing(
    { reference: [present(reference)], current: [present(current)] },
    reference,
    current,
  );
  const missing = chiSquared(presence);
  if (first.total === 0 || second.total === 0)
    return { test: 'chi-squared', ...missing, ...distances(presence) };
  const values = kolmogorovSmirnovWeighted(first, second);
  const quantiles = binQuantiles(first, second);
  const bins = withMissing(
    {
      reference: scaled(quantiles.reference, present(reference) / first.total),
      current: scaled(quantiles.current, present(current) / second.total),
    },
    reference,
    current,
  );
  if (reference.missing + current.missing === 0) {
    return { test: 'kolmogorov-smirnov', ...values, ...distances(bins) };
  }
  // Two questions about one column, whether the values moved and whether they go missing: Bonferroni.
  const pValue = Math.min(1, 2 * Math.min(values.pValue, missing.pValue));
  return { test: 'kolmogorov-smirnov', statistic: values.statistic, pValue, ...distances(bins) };
}

/** Rows that have a value. */
function present(profile: ColumnProfile): number {
  return profile.count - profile.missing;
}

/** From the size of a sample to the size of what was sampled, so that missing rows weigh as they should. */
function scaled(counts: readonly number[], factor: number): number[] {
  return counts.map((count) => count * factor);
}

function withMissing(bins: Binned, reference: ColumnProfile, current: ColumnProfile): Binned {
  return {
    reference: [...bins.reference, reference.missing],
    current: [...bins.current, current.missing],
  };
}

/** With one category on both sides there is nothing to test. */
function chiSquared({ reference, current }: Binned): TestResult {
  const categories = reference.filter((before, bin) => before + (current[bin] as number) > 0);
  if (categories.length < 2) return { statistic: 0, pValue: 1 };
  const { statistic, pValue } = chiSquaredContingency([reference, current]);
  return { statistic, pValue };
}

function distances({
  reference,
  current,
}: Binned): Pick<Figures, 'populationStabilityIndex' | 'jensenShannon'> {
  return {
    populationStabilityIndex: populationStabilityIndex(reference, current),
    jensenShannon: jensenShannonDistance(reference, current),
  };
}
