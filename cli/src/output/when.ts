/** As {@link when}, with seconds: `2026-01-31 13:45:07`. */
export function whenExactly(time: unknown): string {
  const text = String(time ?? '');
  return when(text) === text ? text : text.slice(0, 19).replace('T', ' ');
}

/** `2026-01-31 13:45` in UTC, of ISO 8601 (or anything that says no time: as it is). */
export function when(time: unknown): string {
  const text = String(time ?? '');
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? text.slice(0, 16).replace('T', ' ') : text;
}
