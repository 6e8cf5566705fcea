import { type Paint, verdictWord } from '../output/paint.js';
import { defanged, printable } from '../output/printable.js';
import type { Judged } from './judged.js';

const WORD_WIDTH = 'suspicious'.length;

/** One line: the verdict's word, the probability of phishing, the URL as nobody can click it. */
export function verdictLine(paint: Paint, judged: Judged): string {
  const { verdict, probability, url, error } = judged;
  if (verdict === undefined) {
    const why = printable(`${error?.code ?? ''} ${error?.message ?? ''}`.trim());
    return `${paint('strong', 'not judged')}         ${defanged(url)}  ${paint('dim', why)}`;
  }
  const padding = ' '.repeat(Math.max(0, WORD_WIDTH - verdict.length));
  return `${verdictWord(paint, verdict)}${padding}  ${(probability ?? 0).toFixed(3)}  ${defanged(url)}`;
}

/** The verdict with its reasons, what would change it, and who gave it. */
export function explainedLines(paint: Paint, judged: Judged): string[] {
  const { reasons = [], change, list, model, enrichment } = judged;
  const lines = [verdictLine(paint, judged)];
  const add = (title: string, text: string) =>
    lines.push(`  ${paint('dim', title.padEnd(8))}  ${printable(text)}`);
  reasons.forEach((reason, index) => {
    add(index === 0 ? 'why' : '', reason);
  });
  if (change !== undefined) add('but', change.sentence);
  if (list !== undefined) add('list', `${list.list}: ${list.entry}`);
  if (enrichment?.error !== undefined) add('visited', enrichment.error.message);
  else if (enrichment?.verdict !== undefined)
    add('visited', `${enrichment.verdict}, probability ${(enrichment.probability ?? 0).toFixed(3)}`);
  if (model !== undefined) add('model', `${model.name} version ${model.version}`);
  return lines;
}
