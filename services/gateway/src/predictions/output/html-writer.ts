import type { Prediction } from '@weir/contracts';
import { defang } from '@weir/url-features';
import { type PredictedBatch, predictionOf } from '../predictor.js';
import type { AnswerTask, AnswerWriter } from './answer-writer.js';

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
export class HtmlWriter implements AnswerWriter {
  #rows = 0;

  constructor(private readonly task: AnswerTask) {}

  begin(): string {
    return opening(this.task);
  }

  batch({ rows, cells, scores }: PredictedBatch): string {
    this.#rows += rows;
    return Array.from({ length: rows }, (_, row) =>
      line(cells(row), predictionOf(scores, row), this.task),
    ).join('');
  }

  end(): string {
    return `</tbody></table></div><p>${this.#rows} rows</p></main></body></html>\n`;
  }
}

function opening({ schema, columns, isClassic = false }: AnswerTask): string {
  const answers = [isClassic ? 'predicted_column' : 'prediction', 'verdict', 'probability'];
  const names = isClassic ? [...columns, ...answers] : [...answers, ...columns];
  const header = names.map((name) => cell('th', name));
  const title = `Predictions: ${escapeHtml(schema)}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/assets/style.css"></head>
<body><main class="wide"><h1>${title}</h1><p><a href="/">Back to Weir</a></p>
<div class="scroll" tabindex="0"><table class="dataframe table table-striped"><thead><tr>${header.join('')}</tr></thead><tbody>
`;
}

function line(cells: readonly unknown[], prediction: Prediction, task: AnswerTask): string {
  const verdict = escapeHtml(prediction.verdict);
  const answer = `${cell('td', prediction.label)}<td class="${verdict}">${verdict}</td>${cell('td', prediction.probability.toFixed(4))}`;
  const isSafe = prediction.verdict === 'safe';
  const own = cells.map((value, index) =>
    cell('td', index === task.urlColumn && !isSafe ? defang(String(value ?? '')) : value),
  );
  const all = task.isClassic === true ? [...own, answer] : [answer, ...own];
  return `<tr>${all.join('')}</tr>\n`;
}
