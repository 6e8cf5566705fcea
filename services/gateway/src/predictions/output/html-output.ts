import type { Prediction } from '@weir/contracts';
import { defang } from '@weir/url-features';
import type { InputRow } from '../input/row-input.js';
import type { OutputTask } from './output.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

const cell = (tag: 'td' | 'th', value: unknown): string =>
  `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${escapeHtml(String(value ?? ''))}</${tag}>`;

/** A page with one table. Cells are text: a URL among them is never a link, and one that is not safe is defanged. */
export async function* htmlOutput({
  schema,
  columns,
  urlColumn,
  chunks,
}: OutputTask): AsyncGenerator<string> {
  let prefix = opening(schema, columns);
  let rows = 0;
  for await (const chunk of chunks) {
    const lines = chunk.rows.map((row, index) => line(row, chunk.predictions[index], urlColumn));
    rows += lines.length;
    yield prefix + lines.join('');
    prefix = '';
  }
  yield `</tbody></table></div><p>${rows} rows</p></main></body></html>\n`;
}

function opening(schema: string, columns: readonly string[]): string {
  const header = ['prediction', 'verdict', 'probability', ...columns].map((name) => cell('th', name));
  const title = `Predictions: ${escapeHtml(schema)}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/assets/style.css"></head>
<body><main class="wide"><h1>${title}</h1><p><a href="/">Back to Weir</a></p>
<div class="scroll" tabindex="0"><table><thead><tr>${header.join('')}</tr></thead><tbody>
`;
}

function line(row: InputRow, prediction: Prediction | undefined, urlColumn: number | undefined): string {
  const verdict = escapeHtml(prediction?.verdict ?? '');
  const first = `${cell('td', prediction?.label)}<td class="${verdict}">${verdict}</td>${cell('td', prediction?.probability.toFixed(4))}`;
  const isSafe = prediction?.verdict === 'safe';
  const cells = row.cells.map((value, index) =>
    cell('td', index === urlColumn && !isSafe ? defang(String(value ?? '')) : value),
  );
  return `<tr>${first}${cells.join('')}</tr>\n`;
}
