const SECOND = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const MINUTE = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const DAY_AND_MINUTE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** Labels of an axis of times (seconds since 1970), as exact as their distance asks for. */
export function timeLabels(at: readonly number[]): string[] {
  const [first = 0, second] = at;
  const format = formatFor(second === undefined ? 60 : second - first, (at.at(-1) ?? first) - first);
  return at.map((each) => format.format(each * 1_000));
}

function formatFor(step: number, span: number): Intl.DateTimeFormat {
  if (step < 60) return SECOND;
  if (step >= 86_400) return DAY;
  return span > 86_400 ? DAY_AND_MINUTE : MINUTE;
}
