import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { client, unwrap, usePages } from '../api/index.js';
import { Button, count, Empty, Icon, NeedsScope, Paged, Panel, Table, Time } from '../components/index.js';
import { snapshotPath } from './data-paths.js';
import { DataHead } from './data-tabs.js';
import type { Snapshot } from './data-types.js';
import { UploadForm } from './upload-form.js';

const EVERY_MS = 15_000;

export function SnapshotList(): ReactElement {
  const query = usePages({
    key: ['snapshots'],
    ask: (cursor, signal) => {
      const query = { limit: 25, ...(cursor === undefined ? {} : { cursor }) };
      return unwrap(client.GET('/v1/snapshots', { params: { query }, signal }));
    },
    everyMs: EVERY_MS,
  });
  return (
    <>
      <DataHead
        title="Data"
        lead="What models are taught: each data set that came in is kept unchanged as a snapshot, checked, and compared with the one before."
      />
      <div className="stack">
        <Upload />
        <Panel title="Snapshots">
          <Paged query={query} label="Loading snapshots">
            {(pages) => {
              const snapshots = pages.flatMap((page) => page.snapshots);
              return snapshots.length === 0 ? <NoSnapshots /> : <SnapshotTable snapshots={snapshots} />;
            }}
          </Paged>
        </Panel>
      </div>
    </>
  );
}

function Upload(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <NeedsScope scope="train" toDo="to upload data sets">
      {isOpen ? (
        <UploadForm onCancel={() => setOpen(false)} />
      ) : (
        <p>
          <Button variant="primary" onClick={() => setOpen(true)}>
            <Icon name="upload" />
            Upload a data set
          </Button>
        </p>
      )}
    </NeedsScope>
  );
}

function NoSnapshots(): ReactElement {
  return (
    <Empty title="There is no data set yet">
      <p>Upload a CSV with a label column above: it is checked at once.</p>
    </Empty>
  );
}

function SnapshotTable({ snapshots }: { readonly snapshots: readonly Snapshot[] }): ReactElement {
  return (
    <Table
      caption="Snapshots, newest first"
      rows={snapshots}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'id',
          header: 'Snapshot',
          isRowHeader: true,
          cell: ({ id }) => <Link href={snapshotPath(id)}>{id}</Link>,
        },
        { key: 'schema', header: 'Schema', cell: ({ schema }) => schema },
        { key: 'rows', header: 'Rows', align: 'end', cell: ({ rows }) => count(rows) },
        { key: 'classes', header: 'Classes', cell: ({ classCounts }) => classesText(classCounts) },
        { key: 'source', header: 'Source', cell: ({ source }) => sourceText(source) },
        { key: 'at', header: 'Taken in', cell: ({ createdAt }) => <Time at={String(createdAt)} /> },
      ]}
    />
  );
}

export function classesText(counts: Readonly<Record<string, number>>): string {
  const found = Object.entries(counts).map(([name, rows]) => `${name} ${count(rows)}`);
  return found.length === 0 ? 'no labels' : found.join(', ');
}

/** The kind of source, and the last part of its name. */
export function sourceText({ kind, name }: Snapshot['source']): string {
  return `${kind}: ${name.split('/').at(-1) ?? name}`;
}
