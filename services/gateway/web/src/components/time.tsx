import type { ReactElement } from 'react';

const RELATIVE = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
const ABSOLUTE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
/** Beyond that a date says more. */
const OLDEST_RELATIVE_DAYS = 30;

/** `5 minutes ago`; a date for what is older than a month or not a time at all. */
export function relativeTime(at: string, now = Date.now()): string {
  const seconds = (Date.parse(at) - now) / 1_000;
  if (Number.isNaN(seconds)) return at;
  if (Math.abs(seconds) > OLDEST_RELATIVE_DAYS * 86_400) return ABSOLUTE.format(new Date(at));
  const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  return RELATIVE.format(Math.trunc(seconds / length), unit);
}

/** A time in words; the exact one shows on pointing at it. */
export function Time({ at, exact = false }: { readonly at: string; readonly exact?: boolean }): ReactElement {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <span>{at}</span>;
  return (
    <time dateTime={at} title={date.toLocaleString('en-GB', { timeZoneName: 'short' })}>
      {exact ? ABSOLUTE.format(date) : relativeTime(at)}
    </time>
  );
}
