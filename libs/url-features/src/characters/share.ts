/** A part of a count; 0 of nothing. */
export function share(part: number, of: number): number {
  return of === 0 ? 0 : part / of;
}
