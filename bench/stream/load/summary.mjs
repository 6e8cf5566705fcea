const SHARES = { p50: 0.5, p95: 0.95, p99: 0.99, p999: 0.999, max: 1 };

/**
 * Milliseconds from when each event from `from` on was due to its answer, by nearest rank; an event without an answer
 * counts with the time waited for it, so that nothing looks better for being lost.
 */
export function summarise({ scheduled, late, answered, from, until }) {
  const latency = new Float64Array(scheduled.length - from);
  let missing = 0;
  for (let index = from; index < scheduled.length; index++) {
    const end = answered[index] > 0 ? answered[index] : until;
    if (answered[index] === 0) missing += 1;
    latency[index - from] = end - scheduled[index];
  }
  const lateness = percentilesOf(late.slice(from), { lateP99: 0.99, lateMax: 1 });
  return { events: latency.length, missing, ...percentilesOf(latency, SHARES), ...lateness };
}

function percentilesOf(milliseconds, shares) {
  const sorted = milliseconds.sort();
  return Object.fromEntries(
    Object.entries(shares).map(([name, share]) => [name, sorted[Math.ceil(share * sorted.length) - 1]]),
  );
}
