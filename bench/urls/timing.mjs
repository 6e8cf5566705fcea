import { printTable, spread } from '../measure/statistics.mjs';

/** Milliseconds of each call of `work`, one item a call. What it gives is added up, so that it is not optimised away. */
export function timeEach(items, work) {
  const milliseconds = new Float64Array(items.length);
  let sum = 0;
  for (let index = 0; index < items.length; index++) {
    const begun = performance.now();
    sum += work(items[index]);
    milliseconds[index] = performance.now() - begun;
  }
  if (!Number.isFinite(sum)) throw new Error('no probability came out');
  return milliseconds;
}

/** The time that half of the calls, and 99 in 100, stay under (nearest rank). */
export function percentilesOf(milliseconds) {
  const sorted = Float64Array.from(milliseconds).sort();
  const rank = (share) => sorted[Math.ceil(share * sorted.length) - 1];
  return { p50: rank(0.5), p99: rank(0.99) };
}

/** Items a second over all batches: by the clock, and of this process's own work, which a busy machine changes less. */
export function ratesOf(batches, work) {
  const before = process.cpuUsage();
  const milliseconds = timeEach(batches, work);
  const { user, system } = process.cpuUsage(before);
  const items = batches.reduce((sum, batch) => sum + batch.length, 0);
  const seconds = milliseconds.reduce((sum, each) => sum + each, 0) / 1000;
  return { rate: items / seconds, processorRate: (items * 1e6) / (user + system) };
}

/** What the measures in process print. */
export const IN_PROCESS = {
  'one URL, p50, µs': { figure: 'p50', factor: 1000, digits: 0 },
  'p99, µs': { figure: 'p99', factor: 1000, digits: 0 },
  'URLs/s, 1,000 at once': { figure: 'rate', digits: 0 },
  'of processor time': { figure: 'processorRate', digits: 0 },
};

/** Slices of `size`, the last one left out where it is shorter. */
export function batchesOf(items, size) {
  return Array.from({ length: Math.floor(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/**
 * Measures every way once a round, in turn, so that a busy minute falls on all; rounds below 0 warm up. `measure` may
 * be asynchronous, and gives numbers by name: way → figure → one number a round.
 */
export async function inTurn(ways, rounds, warmUp, measure) {
  const figures = Object.fromEntries(Object.keys(ways).map((name) => [name, {}]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, way] of Object.entries(ways)) {
      const found = await measure(way);
      if (round < 0) continue;
      for (const [figure, value] of Object.entries(found)) {
        figures[name][figure] = [...(figures[name][figure] ?? []), value];
      }
    }
  }
  return figures;
}

/** `columns`: head → figure's name, factor, digits. */
export function printFigures(head, columns, figures) {
  printTable(
    [head, ...Object.keys(columns)],
    Object.entries(figures).map(([name, found]) => [
      name,
      ...Object.values(columns).map(({ figure, factor = 1, digits }) =>
        found[figure] === undefined
          ? '–'
          : spread(
              found[figure].map((value) => value * factor),
              digits,
            ),
      ),
    ]),
  );
}
