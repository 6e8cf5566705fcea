/** The drawing's square, in the units of its viewBox. */
export const SIDE = 270;
const LEFT = 56;
const TOP = 8;

export function toX(x: number): number {
  return LEFT + SIDE * x;
}

/** Up is more. */
export function toY(y: number): number {
  return TOP + SIDE * (1 - y);
}

/** A path through points of the unit square, in their order. */
export function linePath(points: readonly (readonly [number, number])[]): string {
  return points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${toX(x).toFixed(1)} ${toY(y).toFixed(1)}`)
    .join('');
}
