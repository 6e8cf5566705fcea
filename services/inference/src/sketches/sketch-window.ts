/** Milliseconds since the epoch; `to` exclusive. */
export interface SketchWindow {
  readonly from: number;
  readonly to: number;
}

/** The window that a moment lies in: multiples of its length since the epoch, so that all processes have the same. */
export function windowAt(now: number, seconds: number): SketchWindow {
  const length = seconds * 1_000;
  const from = Math.floor(now / length) * length;
  return { from, to: from + length };
}
