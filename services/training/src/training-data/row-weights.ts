/** Phishing of this many years, the newest, counts as of today. */
const RECENT_YEARS = 2;
const RECENT_WEIGHT = 8;
/** A year is in the data from this share of its dated phishing on: one correction of today does not age the rest. */
const LEAST_SHARE = 0.05;

/**
 * How much each row counts: phishing of the two newest years eight times, for campaigns are short and those to come
 * resemble the last. Undefined where no phishing row has a date. `years` are 0 where a row has none.
 */
export function weightsByAge(
  years: Int16Array,
  labels: Int32Array,
  positive: number,
): Float64Array | undefined {
  const newest = newestYear(years.filter((year, row) => year > 0 && labels[row] === positive));
  if (newest === undefined) return undefined;
  return Float64Array.from(years, (year, row) =>
    labels[row] === positive && year > newest - RECENT_YEARS ? RECENT_WEIGHT : 1,
  );
}

function newestYear(dated: Int16Array): number | undefined {
  const sorted = dated.sort();
  return sorted[sorted.length - Math.max(1, Math.ceil(sorted.length * LEAST_SHARE))];
}

/** The year a date begins with, 0 where it begins with none between 1990 and 2100: no clock is asked. */
export function yearOf(date: string | null | undefined): number {
  const year = Number((date ?? '').trim().slice(0, 4));
  return Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : 0;
}
