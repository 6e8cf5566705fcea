/** `3.2 ms`, `48 ms`, `1.4 s`. */
export function duration(ms: number): string {
  if (ms >= 60_000) return `${Math.round(ms / 60_000)} min`;
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${ms < 10 ? Number(ms.toFixed(1)) : Math.round(ms)} ms`;
}

/** `0.4`, `12`, `3,400`. */
export function rate(perSecond: number): string {
  return perSecond < 10 && !Number.isInteger(perSecond)
    ? perSecond.toFixed(1)
    : Math.round(perSecond).toLocaleString('en-GB');
}
