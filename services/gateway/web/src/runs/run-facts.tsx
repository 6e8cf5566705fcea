import type { Run } from '@weir/client';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { type Fact, Facts, StateBadge, Time } from '../components/index.js';
import { modelPath, PATHS } from '../routing/paths.js';

/** What was asked for and what came of it, with the ways there. */
export function RunFacts({ run }: { readonly run: Run }): ReactElement {
  const facts: readonly Fact[] = [
    ['Schema', run.schema],
    ['Started', <Time key="started" at={String(run.createdAt)} exact />],
    ['Last change', <Time key="changed" at={String(run.updatedAt)} />],
    ['Source', sourceText(run)],
    ['Snapshot', <SnapshotLink key="snapshot" run={run} />],
    ['Report', <ReportLink key="report" run={run} />],
    ['Model', <ModelLink key="model" run={run} />],
    ['Search', searchText(run)],
    ['Leaks', run.leaks === 'accept' ? 'accepted: the model is marked' : null],
  ];
  return <Facts facts={facts} />;
}

function SnapshotLink({ run: { snapshotId } }: { readonly run: Run }): ReactElement {
  if (snapshotId === undefined) return <>none yet</>;
  return <Link href={`${PATHS.data}/snapshots/${encodeURIComponent(snapshotId)}`}>{snapshotId}</Link>;
}

function ReportLink({ run: { reportId, reportStatus } }: { readonly run: Run }): ReactElement {
  if (reportId === undefined) return <>none</>;
  return (
    <Link href={`${PATHS.data}/reports/${encodeURIComponent(reportId)}`}>
      Validation report {reportStatus === undefined ? null : <StateBadge state={reportStatus} />}
    </Link>
  );
}

function ModelLink({ run: { model, version } }: { readonly run: Run }): ReactElement {
  if (model === undefined || version === undefined) return <>none</>;
  return (
    <Link href={modelPath(model, version)}>
      {model} version {version}
    </Link>
  );
}

function sourceText({ source }: Run): string | null {
  if (source === undefined) return null;
  const { kind, path, key, collection, topic } = source;
  return `${kind} ${path ?? key ?? collection ?? topic ?? ''}`;
}

function searchText({ search }: Run): string | null {
  if (search === undefined) return null;
  const { algorithms, strategy, candidates, folds, seed, engine } = search;
  const parts = [
    algorithms?.join(', '),
    strategy,
    candidates == null ? null : `${candidates} candidates`,
    folds == null ? null : `${folds} folds`,
    seed == null ? null : `seed ${seed}`,
    engine == null ? null : `engine ${engine}`,
  ].filter((part) => part != null);
  return parts.length === 0 ? null : parts.join(' · ');
}
