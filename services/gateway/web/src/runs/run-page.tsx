import type { Run } from '@weir/client';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import {
  Icon,
  Note,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  shownMessage,
  Time,
} from '../components/index.js';
import { reportPath } from '../data/data-paths.js';
import { modelPath, PATHS } from '../routing/paths.js';
import { adviceFor } from './run-advice.js';
import { RunFacts } from './run-facts.js';
import { isOver, lasted } from './run-times.js';
import { StageSteps } from './stage-steps.js';
import { useRun } from './use-run.js';

export function RunPage({ id }: { readonly id: string }): ReactElement {
  const { query, isLive } = useRun(id);
  const schema = query.data?.schema;
  return (
    <>
      <p>
        <Link href={PATHS.runs}>All runs</Link>
      </p>
      <PageTitle title={schema === undefined ? 'Run' : `Run of ${schema}`}>
        <code>{id}</code>
      </PageTitle>
      <QueryState query={query} label="Loading the run" lines={5}>
        {(run) => <WholeRun run={run} isLive={isLive} />}
      </QueryState>
    </>
  );
}

function WholeRun({ run, isLive }: { readonly run: Run; readonly isLive: boolean }): ReactElement {
  return (
    <div className="stack">
      <Panel title="Progress" actions={<Following run={run} isLive={isLive} />}>
        <StageSteps run={run} />
      </Panel>
      <Outcome run={run} />
      <Panel title="What it is">
        <RunFacts run={run} />
      </Panel>
    </div>
  );
}

function Following({ run, isLive }: { readonly run: Run; readonly isLive: boolean }): ReactElement {
  return (
    <>
      {isOver(run) ? null : <span className="quiet">{isLive ? 'live' : 'every 2 seconds'}</span>}
      <span role="status">
        <StateBadge state={run.state} />
      </span>
    </>
  );
}

function Outcome({ run }: { readonly run: Run }): ReactElement | null {
  const { error, model, version, alias, reportId, state } = run;
  if (error !== undefined) {
    const advice = adviceFor(error.code);
    return (
      <div className="notice tone-malicious" role="alert">
        <Icon name="stop" />
        <div className="stack-small">
          <p className="notice-title">The run failed</p>
          <p>{shownMessage(error.message)}</p>
          {advice === null ? null : <p>{advice}</p>}
          {reportId === undefined ? null : <ReportLink id={reportId} />}
          <p className="quiet">{error.code}</p>
        </div>
      </div>
    );
  }
  if (state !== 'succeeded') return null;
  const took = lasted(run.createdAt, run.updatedAt);
  return (
    <Note tone="safe" icon="check">
      <p>
        Finished{took === '' ? '' : ` in ${took}`}, <Time at={String(run.updatedAt)} />.{' '}
        {model === undefined || version === undefined ? null : (
          <>
            It made{' '}
            <Link href={modelPath(model, version)}>
              {model} version {version}
            </Link>
            {alias === undefined ? ', which did not become the champion.' : `, now ${alias}.`}
          </>
        )}
      </p>
      {model === undefined && reportId !== undefined ? <ReportLink id={reportId} /> : null}
    </Note>
  );
}

function ReportLink({ id }: { readonly id: string }): ReactElement {
  return (
    <p>
      <Link href={reportPath(id)}>Read the validation report</Link>
    </p>
  );
}
