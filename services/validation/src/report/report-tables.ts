import type { ColumnDrift, DriftReport } from '@weir/drift';
import { defang } from '@weir/url-features';
import { escapeHtml } from './escape-html.js';
import type { ColumnSummary } from './validation-report.js';

/** Values named in a cell. */
const VALUES_SHOWN = 6;

function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('');
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function number(value: number | null): string {
  if (value === null) return '–';
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toPrecision(4);
}

export function columnTable(columns: readonly ColumnSummary[]): string {
  const rows = columns.map(
    (each) =>
      `<tr><th scope="row">${escapeHtml(each.name)}</th><td>${each.type}</td><td>${number(each.missing)}</td><td>${number(each.minimum)}</td><td>${number(each.maximum)}</td><td>${number(each.mean)}</td><td>${valuesOf(each)}</td></tr>`,
  );
  return table(['Column', 'Type', 'Missing', 'Smallest', 'Largest', 'Mean', 'Values'], rows);
}

/** Texts of a data set are URLs and where they came from; the page says nothing on which of them are phishing. */
function valuesOf({ type, values }: ColumnSummary): string {
  if (values === null) return 'many';
  const shown = values
    .slice(0, VALUES_SHOWN)
    .map(([value, count]) => `${escapeHtml(shownValue(value, type))}: ${number(count)}`);
  return values.length > VALUES_SHOWN ? `${shown.join(', ')} …` : shown.join(', ');
}

function shownValue(value: number | string, type: ColumnSummary['type']): string {
  return type === 'text' ? defang(String(value)) : String(value);
}

export function driftTable(drift: DriftReport, parent: string): string {
  const { columns, drifted } = drift;
  const sum = `<p>Against <code>${escapeHtml(parent)}</code>: ${drifted.length} of ${columns.length} columns drifted.</p>`;
  const rows = columns.map(driftRow);
  return (
    sum + table(['Column', 'Test', 'Statistic', 'p (corrected)', 'PSI', 'Jensen–Shannon', 'Drift'], rows)
  );
}

function driftRow(each: ColumnDrift): string {
  return (
    `<tr${each.drifted ? ' class="drifted"' : ''}><th scope="row">${escapeHtml(each.column)}</th><td>${escapeHtml(each.test)}</td>` +
    `<td>${number(each.statistic)}</td><td>${each.adjustedPValue.toExponential(1)}</td><td>${each.populationStabilityIndex.toFixed(3)}</td>` +
    `<td>${each.jensenShannon.toFixed(3)}</td><td>${each.severity}</td></tr>`
  );
}
