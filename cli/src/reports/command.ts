import { type components, pages, unwrap, unwrapJson } from '@weir/client';
import type { Command } from 'commander';
import { defaultList } from '../command-line/default-list.js';
import { type ListOptions, withListOptions } from '../command-line/list-options.js';
import { EXIT } from '../exit-codes.js';
import type { Invocation } from '../invocation.js';
import { firstOf } from '../output/first-of.js';
import type { Paint } from '../output/paint.js';
import { printable } from '../output/printable.js';
import { when } from '../output/when.js';
import type { Start } from '../program.js';

const EXAMPLES = `
Examples:
  weir reports --schema uci-30
  weir reports show 0199f0c2-7c1e-7000-8000-000000000000 --json`;

export function addReports(program: Command, start: Start): void {
  const reports = program
    .command('reports')
    .summary('say what was found in rows taken in')
    .description('Validation reports of snapshots.');
  withListOptions(defaultList(reports, 'list reports, the newest first'))
    .addHelpText('after', EXAMPLES)
    .action((options: ListOptions, command: Command) => start(command, (each) => list(each, options)));
  reports
    .command('show')
    .description('show a report: what was found in the rows')
    .argument('<id>')
    .action((id: string, _: object, command: Command) => start(command, (each) => show(each, id)));
}

async function list({ client, output, signal }: Invocation, { schema, limit }: ListOptions) {
  const query = { limit: Math.min(limit, 100), ...(schema === undefined ? {} : { schema }) };
  const all = pages((at) =>
    unwrap(client.GET('/v1/reports', { params: { query: { ...query, ...at } }, signal })),
  );
  const reports = await firstOf(all, limit, (page) => page.reports);
  if (output.json) return output.documents(reports);
  await output.table(
    [
      { title: 'ID' },
      { title: 'SCHEMA' },
      { title: 'STATUS' },
      { title: 'ISSUES', align: 'right' },
      { title: 'MADE' },
    ],
    reports.map(({ id, schema: name, status, issues, createdAt }) => [
      id,
      name,
      statusWord(output.paint, status),
      String(issues),
      when(createdAt),
    ]),
  );
}

async function show({ client, output, signal }: Invocation, id: string) {
  // It could also be a page: the type of the route says so, of this request it is known.
  const report = await unwrapJson<components['schemas']['ValidationReportResponse']>(
    client.fetch(`/v1/reports/${encodeURIComponent(id)}`, {
      headers: { accept: 'application/json' },
      signal,
    }),
  );
  if (output.json) await output.documents([report]);
  else {
    await output.lines([
      `${statusWord(output.paint, report.status)}  ${report.schema}  report ${report.id}`,
      ...report.issues.map(({ severity, message }) => `  ${severity.padEnd(8)}${printable(message)}`),
    ]);
  }
  return EXIT.ok;
}

function statusWord(paint: Paint, status: string): string {
  if (status === 'passed') return paint('good', status);
  return paint(status === 'failed' ? 'bad' : 'doubt', status);
}
