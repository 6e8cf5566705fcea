import { defangLinks } from '@weir/platform';
import { escapeHtml } from './escape-html.js';
import { REPORT_STYLE } from './report-style.js';
import { columnTable, driftTable } from './report-tables.js';
import type { ValidationIssue, ValidationReport } from './validation-report.js';

const VERDICT: Record<ValidationReport['status'], string> = {
  passed: 'Passed: nothing stands in the way of training.',
  warned: 'Passed with warnings: training goes on; read them.',
  failed: 'Failed: mend the errors and ingest the data again.',
};

/** A report as one HTML page: no script, nothing loaded from elsewhere. */
export function renderReport(report: ValidationReport): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Validation of ${escapeHtml(report.snapshotId)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<p class="kicker">Weir · validation report</p>
<h1>${escapeHtml(report.schema)} <small>${escapeHtml(report.snapshotId)}</small></h1>
<p class="status ${report.status}">${VERDICT[report.status]}</p>
${facts(report)}
<h2>Findings</h2>
${findings(report.issues)}
<h2>Classes</h2>
${classes(report)}
<h2>Columns</h2>
${columnTable(report.columns)}
<h2>Drift</h2>
${report.drift === null ? '<p>No earlier snapshot to compare with.</p>' : driftTable(report.drift, report.parent ?? '')}
</main>
</body>
</html>
`;
}

function facts(report: ValidationReport): string {
  const { distinct } = report;
  const rows: [string, string][] = [
    ['Rows', report.rows.toLocaleString('en')],
    ['Distinct feature rows', distinct.distinctFeatureRows.toLocaleString('en')],
    ['Rows under conflicting labels', distinct.rowsInConflict.toLocaleString('en')],
    ['Run', report.runId],
    ['Made', report.createdAt],
  ];
  return `<dl>${rows.map(([term, text]) => `<dt>${term}</dt><dd>${escapeHtml(text)}</dd>`).join('')}</dl>`;
}

function findings(issues: readonly ValidationIssue[]): string {
  if (issues.length === 0) return '<p>Nothing to report.</p>';
  const items = issues.map(
    ({ severity, column, message }) =>
      `<li class="${severity}"><strong>${severity}</strong> ${column === undefined ? '' : `<code>${escapeHtml(column)}</code> `}${escapeHtml(defangLinks(message))}</li>`,
  );
  return `<ul class="findings">${items.join('')}</ul>`;
}

function classes(report: ValidationReport): string {
  const rows = report.classes.map(
    ({ name, rows: count, share }) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td>${count.toLocaleString('en')}</td><td>${(share * 100).toFixed(1)} %</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">Class</th><th scope="col">Rows</th><th scope="col">Share</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
