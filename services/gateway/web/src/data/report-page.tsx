import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { Tiles } from '../charts/index.js';
import {
  Badge,
  count,
  Field,
  PageTitle,
  Panel,
  percent,
  QueryState,
  StateBadge,
  Table,
  Time,
} from '../components/index.js';
import { ColumnHistogram } from './column-histogram.js';
import { REPORTS, snapshotPath } from './data-paths.js';
import type { ValidationReport } from './data-types.js';
import { ReportDrift } from './report-drift.js';
import { useReport, useReportOf } from './use-reports.js';

export function ReportPage({ id }: { readonly id: string }): ReactElement {
  const query = useReport(id);
  return (
    <>
      <p>
        <Link href={REPORTS}>All reports</Link>
      </p>
      <PageTitle title="Validation report">
        {query.data === undefined ? undefined : <Lead report={query.data} />}
      </PageTitle>
      <QueryState query={query} label="Loading the report" lines={8}>
        {(report) => <WholeReport report={report} />}
      </QueryState>
    </>
  );
}

function Lead({ report }: { readonly report: ValidationReport }): ReactElement {
  const { status, snapshotId, createdAt } = report;
  return (
    <span className="row">
      <StateBadge state={status} />
      <span>
        on <Link href={snapshotPath(snapshotId)}>{snapshotId}</Link>, <Time at={String(createdAt)} />
      </span>
    </span>
  );
}

function WholeReport({ report }: { readonly report: ValidationReport }): ReactElement {
  const { id, rows, classes, distinct, drift, issues } = report;
  return (
    <div className="stack">
      <p>
        <a className="button button-plain" href={`/v1/reports/${encodeURIComponent(id)}`}>
          Open the whole report (HTML)
        </a>
      </p>
      <Tiles
        tiles={[
          { label: 'Rows', value: count(rows), note: `${count(distinct.distinctRows)} distinct` },
          ...classes.map(({ name, rows: of, share }) => ({
            label: name,
            value: percent(share),
            note: `${count(of)} rows`,
          })),
          {
            label: 'Findings',
            value: issues.length,
            note: drift === null ? 'nothing to compare with' : `${drift.drifted.length} columns drifted`,
          },
        ]}
      />
      <Panel title="Findings">
        <Findings issues={issues} />
      </Panel>
      <Columns report={report} />
      {drift === null ? null : (
        <Panel title="Drift against the snapshot before">
          <ReportDrift drift={drift} />
        </Panel>
      )}
    </div>
  );
}

const TONES = { error: 'malicious', warning: 'suspicious', note: 'neutral' } as const;
const ICONS = { error: 'stop', warning: 'warning', note: 'info' } as const;

function Findings({ issues }: Pick<ValidationReport, 'issues'>): ReactElement {
  if (issues.length === 0) return <p>Nothing is wrong with it.</p>;
  return (
    <Table
      caption="Findings, the most severe first"
      rows={issues.map((each, index) => ({ ...each, key: `${each.code} ${each.column ?? ''} ${index}` }))}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'severity',
          header: 'Severity',
          cell: ({ severity }) => (
            <Badge tone={TONES[severity]} icon={ICONS[severity]}>
              {severity}
            </Badge>
          ),
        },
        { key: 'column', header: 'Column', isRowHeader: true, cell: ({ column }) => column ?? 'all' },
        { key: 'message', header: 'What was found', cell: ({ message }) => message },
      ]}
    />
  );
}

function Columns({ report }: { readonly report: ValidationReport }): ReactElement | null {
  const { columns, schema, parent } = report;
  const [chosen, setChosen] = useState(report.drift?.drifted[0] ?? columns[0]?.name ?? '');
  const before = useReport(useReportOf(parent === null ? undefined : schema, parent)?.id);
  const column = columns.find(({ name }) => name === chosen);
  if (column === undefined) return null;
  return (
    <Panel title="Columns">
      <div className="stack">
        <Field label="Column" className="one-field">
          {(control) => (
            <select
              {...control}
              className="input"
              value={chosen}
              onChange={({ target }) => setChosen(target.value)}
            >
              {columns.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )}
        </Field>
        <ColumnHistogram
          column={column}
          reference={before.data?.columns.find(({ name }) => name === chosen)}
        />
      </div>
    </Panel>
  );
}
