import type { Judgement } from './judges/index.js';

/** Faults of one judge that are printed; all are in the round's folder. */
const SHOWN = 5;

/** A round's judgements as lines of a table, each with `ok` or what is wrong. */
export function reportOf(judgements: readonly Judgement[]): string {
  const rows = judgements.map(({ what, expected, found, faults }) => [
    faults.length === 0 ? 'ok' : 'FAILED',
    what,
    expected,
    found,
  ]);
  const table = [['', 'judged', 'expected', 'found'], ...rows];
  const widths = [0, 1, 2, 3].map((at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...judgements.flatMap(faultLines)].map((line) => `  ${line}`).join('\n');
}

function faultLines({ what, faults }: Judgement): string[] {
  if (faults.length === 0) return [];
  const shown = faults.slice(0, SHOWN).map((fault) => `  ${fault}`);
  const rest = faults.length - shown.length;
  return [`${what}:`, ...shown, ...(rest > 0 ? [`  and ${rest.toLocaleString('en')} more`] : [])];
}

export const hasFaults = (judgements: readonly Judgement[]): boolean =>
  judgements.some(({ faults }) => faults.length > 0);
