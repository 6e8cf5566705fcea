import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { client, unwrap, usePages } from '../api/index.js';
import { Empty, Paged, Panel, StateBadge, Table, Time } from '../components/index.js';
import { reportPath, snapshotPath } from './data-paths.js';
import { DataHead } from './data-tabs.js';
import type { ReportEntry } from './data-types.js';

const EVERY_MS = 15_000;

export function ReportList(): ReactElement {
  const query = usePages({
    key: ['reports'],
    ask: (cursor, signal) => {
      const query = { limit: 25, ...(cursor === undefined ? {} : { cursor }) };
      return unwrap(client.GET('/v1/reports', { params: { query }, signal }));
    },
    everyMs: EVERY_MS,
  });
  return (
    <>
      <DataHead title="Reports" lead="What was found in each snapshot before a model was taught on it." />
      <Panel title="Validation reports">
        <Paged query={query} label="Loading reports">
          {(pages) => {
            const reports = pages.flatMap((page) => page.reports);
            return reports.length === 0 ? (
              <Empty title="There is no report yet">
                <p>Each data set that is taken in gets one.</p>
              </Empty>
            ) : (
              <ReportTable reports={reports} />
            );
          }}
        </Paged>
      </Panel>
    </>
  );
}

function ReportTable({ reports }: { readonly reports: readonly ReportEntry[] }): ReactElement {
  return (
    <Table
      caption="Validation reports, newest first"
      rows={reports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'at',
          header: 'Report',
          isRowHeader: true,
          cell: ({ id, createdAt, snapshotId }) => (
            <Link href={reportPath(id)}>
              <Time at={String(createdAt)} />
              <span className="seen-by-none">: report on {snapshotId}</span>
            </Link>
          ),
        },
        { key: 'status', header: 'Status', cell: ({ status }) => <StateBadge state={status} /> },
        { key: 'issues', header: 'Findings', align: 'end', cell: ({ issues }) => issues },
        {
          key: 'snapshot',
          header: 'Snapshot',
          cell: ({ snapshotId }) => <Link href={snapshotPath(snapshotId)}>{snapshotId}</Link>,
        },
        {
          key: 'drift',
          header: 'Drift against the one before',
          cell: ({ drift }) =>
            drift === undefined ? 'nothing before it' : `${drift.drifted} of ${drift.columns} columns`,
        },
        {
          key: 'html',
          header: 'Whole report',
          cell: ({ id }) => <a href={`/v1/reports/${encodeURIComponent(id)}`}>HTML</a>,
        },
      ]}
    />
  );
}
