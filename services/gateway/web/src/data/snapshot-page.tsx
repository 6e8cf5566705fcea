import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { client, unwrap, useCan } from '../api/index.js';
import { Bars } from '../charts/index.js';
import { count, type Fact, Facts, PageTitle, Panel, percent, QueryState, Time } from '../components/index.js';
import { PATHS, runPath } from '../routing/paths.js';
import { reportPath, snapshotPath, trainPath } from './data-paths.js';
import type { Snapshot } from './data-types.js';
import { useReportOf } from './use-reports.js';

export function SnapshotPage({ id }: { readonly id: string }): ReactElement {
  const query = useQuery({
    queryKey: ['snapshot', id],
    queryFn: ({ signal }) => unwrap(client.GET('/v1/snapshots/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <>
      <p>
        <Link href={PATHS.data}>All data sets</Link>
      </p>
      <PageTitle title={`Snapshot ${id}`} />
      <QueryState query={query} label="Loading the snapshot" lines={6}>
        {(snapshot) => <WholeSnapshot snapshot={snapshot} />}
      </QueryState>
    </>
  );
}

function WholeSnapshot({ snapshot }: { readonly snapshot: Snapshot }): ReactElement {
  const { id, schema, classCounts, rows, columns, label } = snapshot;
  const mayTrain = useCan('train');
  return (
    <div className="stack">
      {mayTrain ? (
        <p>
          <Link className="button button-primary" href={trainPath(schema, id)}>
            Train on it
          </Link>
        </p>
      ) : null}
      <Panel title="What it is">
        <SnapshotFacts snapshot={snapshot} />
      </Panel>
      <Panel title="Classes">
        <Bars
          label="Rows by class"
          most={rows}
          bars={Object.entries(classCounts).map(([name, of]) => ({
            label: name,
            value: of,
            text: `${count(of)} (${percent(of / rows)})`,
          }))}
        />
      </Panel>
      <Panel title="Columns">
        <p className="columns">
          {columns.map((column) => (
            <code key={column}>{column}</code>
          ))}
        </p>
        <p className="quiet">
          Label: <code>{label}</code>
        </p>
      </Panel>
    </div>
  );
}

function SnapshotFacts({ snapshot }: { readonly snapshot: Snapshot }): ReactElement {
  const { id, schema, rows, sha256, source, parent, runId, createdAt } = snapshot;
  const report = useReportOf(schema, id);
  const facts: readonly Fact[] = [
    ['Schema', schema],
    ['Rows', count(rows)],
    ['Source', `${source.kind}: ${source.name}`],
    ['Taken in', <Time key="at" at={String(createdAt)} exact />],
    ['SHA-256', <code key="hash">{sha256}</code>],
    [
      'Before it',
      parent === undefined ? (
        'none: it is the first of its schema'
      ) : (
        <Link key="parent" href={snapshotPath(parent)}>
          {parent}
        </Link>
      ),
    ],
    [
      'Report',
      report === undefined ? null : (
        <Link key="report" href={reportPath(report.id)}>
          {report.status}, {report.issues} findings
        </Link>
      ),
    ],
    [
      'Run',
      <Link key="run" href={runPath(runId)}>
        {runId}
      </Link>,
    ],
  ];
  return <Facts facts={facts} />;
}
