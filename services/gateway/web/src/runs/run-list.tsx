import type { Run } from '@weir/client';
import { type ReactElement, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { client, unwrap, useCan, usePages } from '../api/index.js';
import {
  Button,
  Empty,
  Icon,
  NeedsScope,
  Paged,
  PageTitle,
  Panel,
  StateBadge,
  Table,
  Time,
} from '../components/index.js';
import { reportPath } from '../data/data-paths.js';
import { modelPath, runPath } from '../routing/paths.js';
import { isOver, lasted, STAGE_WORDS } from './run-times.js';
import { StartRun } from './start-run.js';

const WHILE_RUNNING_MS = 3_000;
const OTHERWISE_MS = 20_000;

export function RunList(): ReactElement {
  return (
    <>
      <PageTitle title="Runs">
        A run takes data through ingestion, validation and training; a better model becomes the champion.
      </PageTitle>
      <NeedsScope scope="read" toDo="to read runs">
        <div className="stack">
          <Start />
          <Panel title="Runs">
            <Runs />
          </Panel>
        </div>
      </NeedsScope>
    </>
  );
}

function Start(): ReactElement {
  const asked = new URLSearchParams(useSearch());
  const [isOpen, setOpen] = useState(asked.has('snapshot'));
  const mayTrain = useCan('train');
  if (isOpen && mayTrain) {
    const { schema = '', snapshot = '' } = Object.fromEntries(asked);
    return <StartRun schema={schema} snapshot={snapshot} onCancel={() => setOpen(false)} />;
  }
  return (
    <NeedsScope scope="train" toDo="to start runs">
      <p>
        <Button variant="primary" onClick={() => setOpen(true)}>
          <Icon name="play" />
          Start a run
        </Button>
      </p>
    </NeedsScope>
  );
}

function Runs(): ReactElement {
  const query = usePages({
    key: ['runs'],
    ask: (cursor, signal) =>
      unwrap(
        client.GET('/v1/runs', {
          params: { query: { limit: 25, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
    everyMs: (pages) =>
      pages.some(({ runs }) => runs.some((run) => !isOver(run))) ? WHILE_RUNNING_MS : OTHERWISE_MS,
  });
  return (
    <Paged query={query} label="Loading runs">
      {(pages) => {
        const runs = pages.flatMap((page) => page.runs);
        return runs.length === 0 ? <NoRuns /> : <RunTable runs={runs} />;
      }}
    </Paged>
  );
}

function NoRuns(): ReactElement {
  return (
    <Empty title="There are no runs yet">
      <p>
        Upload a data set under <Link href="/data">Data</Link>, or start a run above.
      </p>
    </Empty>
  );
}

export function RunTable({ runs }: { readonly runs: readonly Run[] }): ReactElement {
  return (
    <Table
      caption="Runs, newest first"
      rows={runs}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'started',
          header: 'Started',
          isRowHeader: true,
          cell: ({ id, createdAt, schema }) => (
            <Link href={runPath(id)}>
              <Time at={String(createdAt)} />
              <span className="seen-by-none">, run of {schema}</span>
            </Link>
          ),
        },
        { key: 'state', header: 'State', cell: ({ state }) => <StateBadge state={state} /> },
        { key: 'schema', header: 'Schema', cell: ({ schema }) => schema },
        { key: 'stages', header: 'Stages', cell: stagesText },
        {
          key: 'took',
          header: 'Took',
          align: 'end',
          cell: (run) => (isOver(run) ? lasted(run.createdAt, run.updatedAt) : '…'),
        },
        { key: 'result', header: 'Result', cell: (run) => <Result run={run} /> },
      ]}
    />
  );
}

function stagesText({ from, until }: Run): string {
  return from === until ? STAGE_WORDS[from] : `${STAGE_WORDS[from]} to ${STAGE_WORDS[until].toLowerCase()}`;
}

function Result({ run }: { readonly run: Run }): ReactElement {
  const { model, version, error, reportId, reportStatus } = run;
  if (error !== undefined) return <code>{error.code}</code>;
  if (model !== undefined && version !== undefined) {
    return (
      <Link href={modelPath(model, version)}>
        {model} version {version}
      </Link>
    );
  }
  if (reportId !== undefined && reportStatus !== undefined) {
    return (
      <Link href={reportPath(reportId)}>
        <StateBadge state={reportStatus} />
      </Link>
    );
  }
  return <>–</>;
}
