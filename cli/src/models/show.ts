import { type components, pages, unwrap } from '@weir/client';
import type { Invocation } from '../invocation.js';
import { firstOf } from '../output/first-of.js';
import { printable } from '../output/printable.js';
import { when } from '../output/when.js';
import { mainMetrics } from './main-metrics.js';
import { versionOf } from './version-of.js';

type Summary = components['schemas']['VersionSummaryResponse'];

const ALL = 10_000;
const COLUMNS = [
  { title: 'VERSION', align: 'right' },
  { title: 'ALIASES' },
  { title: 'ALGORITHM' },
  { title: 'F1', align: 'right' },
  { title: 'ROC-AUC', align: 'right' },
  { title: 'ROWS', align: 'right' },
  { title: 'MADE' },
] as const;

export async function listModels({ client, output, signal }: Invocation): Promise<void> {
  const all = pages((at) =>
    unwrap(client.GET('/v1/models', { params: { query: { limit: 100, ...at } }, signal })),
  );
  const models = await firstOf(all, ALL, (page) => page.models);
  if (output.json) return output.documents(models);
  await output.table(
    [{ title: 'MODEL' }, ...COLUMNS],
    models.map(({ name, champion, newest }) => [
      output.paint('strong', printable(name)),
      ...cells(champion ?? newest),
    ]),
  );
}

export async function showModel(
  invocation: Invocation,
  name: string,
  version: string | undefined,
): Promise<void> {
  if (version !== undefined) return showVersion(invocation, name, version);
  const { client, output, signal } = invocation;
  const all = pages((at) =>
    unwrap(
      client.GET('/v1/models/{name}', { params: { path: { name }, query: { limit: 100, ...at } }, signal }),
    ),
  );
  const versions = await firstOf(all, ALL, (page) => page.versions);
  if (output.json) return output.documents(versions);
  await output.table(COLUMNS, versions.map(cells));
}

async function showVersion(invocation: Invocation, name: string, asked: string): Promise<void> {
  const { client, output, signal } = invocation;
  const version = await versionOf(invocation, name, asked);
  const params = { path: { name, version: String(version) } };
  const found = await unwrap(client.GET('/v1/models/{name}/{version}', { params, signal }));
  if (output.json) return output.documents([found]);
  const { algorithm, aliases, snapshotId, rows, runId, createdAt, metrics, importance, parameters } = found;
  const text = (title: string, value: unknown) =>
    `  ${output.paint('dim', title.padEnd(12))}  ${printable(String(value))}`;
  await output.lines([
    output.paint('strong', `${printable(name)} version ${version}  ${aliases.join(', ')}`.trimEnd()),
    text('algorithm', algorithm),
    text('made', when(createdAt)),
    text('run', runId),
    text('snapshot', `${snapshotId}, ${rows.toLocaleString('en-GB')} rows`),
    ...Object.entries(parameters).map(([parameter, value]) =>
      text('parameter', `${parameter} = ${JSON.stringify(value)}`),
    ),
    ...mainMetrics(metrics).map((metric) => text('metric', metric)),
    ...importance
      .slice(0, 10)
      .map(({ feature, importance: weight }) => text('importance', `${feature} ${decimal(weight)}`)),
  ]);
  output.note('weir: --json has every metric and importance.');
}

function cells({ version, aliases, algorithm, metrics, rows, createdAt }: Summary): string[] {
  const metric = (name: string) =>
    metrics[`distinct.${name}`] ?? metrics[`stratified.${name}`] ?? metrics[name];
  return [
    String(version),
    aliases.join(', '),
    algorithm,
    decimal(metric('f1')),
    decimal(metric('rocAuc')),
    rows.toLocaleString('en-GB'),
    when(createdAt),
  ];
}

/** Four places, as metrics are told; nothing where there is none. */
export function decimal(value: unknown): string {
  return typeof value === 'number' ? value.toFixed(4) : '';
}
