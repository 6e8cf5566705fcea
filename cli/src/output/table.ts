import { stripVTControlCharacters } from 'node:util';

export interface Column {
  readonly title: string;
  /** Where the terminal is too narrow, this column is cut; without one, lines wrap. */
  readonly gives?: boolean;
  readonly align?: 'right';
}

const GAP = '  ';
const LEAST = 8;
const ELLIPSIS = '…';

/** Columns under their titles, no wider than `width` where a column gives. Cells may be coloured; cut ones lose it. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => lengthOf(row[index] ?? ''))));
  shrink(columns, widths, width);
  return all.map((row) =>
    columns
      .map(({ align }, index) => cell(row[index] ?? '', widths[index] as number, align))
      .join(GAP)
      .trimEnd(),
  );
}

function shrink(columns: readonly Column[], widths: number[], width: number): void {
  const over = widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1)) - width;
  const giving = columns.findIndex(({ gives }) => gives === true);
  if (over <= 0 || giving < 0) return;
  widths[giving] = Math.max(LEAST, (widths[giving] as number) - over);
}

function cell(text: string, width: number, align: Column['align']): string {
  const missing = width - lengthOf(text);
  if (missing < 0) return stripVTControlCharacters(text).slice(0, width - 1) + ELLIPSIS;
  const padding = ' '.repeat(missing);
  return align === 'right' ? padding + text : text + padding;
}

function lengthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}
