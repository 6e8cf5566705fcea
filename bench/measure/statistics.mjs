/** The middle value; the mean of the two in the middle for an even count. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** "12.3 (11.9–14.0)": median, smallest and largest. */
export function spread(values, digits = 1) {
  const format = (value) =>
    value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
  return `${format(median(values))} (${format(Math.min(...values))}–${format(Math.max(...values))})`;
}

/** Prints a table in Markdown. */
export function printTable(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  process.stdout.write(line(heads) + line(heads.map(() => '---')) + rows.map(line).join(''));
}

/** Adds a round's figures under the names given, outermost first. */
export function note(figures, [name, ...inner], found) {
  if (inner.length === 0) {
    figures[name] ??= [];
    figures[name].push(found);
    return;
  }
  figures[name] ??= {};
  note(figures[name], inner, found);
}
