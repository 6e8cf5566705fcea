import type { Run } from '@weir/client';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { type Fact, Facts, StateBadge, Time } from '../components/index.js';
import { reportPath, snapshotPath } from '../data/data-paths.js';
import { modelPath } from '../routing/paths.js';

/** What was asked for and what came of it, with the ways there. */
export function RunFacts({ run }: { readonly run: Run }): ReactElement {
  const facts: readonly Fact[] = [
    ['Schema', run.schema],
    ['Started', <Time key="started" at={String(run.createdAt)} exact />],
    ['Last change', <Time key="changed" at={String(run.updatedAt)} />],
    ['Source', sourceText(run)],
    ['Snapshot', run.snapshotId === undefined ? null : <SnapshotLink key="snapshot" id={run.snapshotId} />],
    ['Report', run.reportId === undefined ? null : <ReportLink key="report" id={run.reportId} run={run} />],
    [
      'Model',
      run.model === undefined || run.version === undefined ? null : (
        <ModelLink key="model" name={run.model} version={run.version} />
      ),
    ],
    ['Search', searchText(run)],
    ['Leaks', run.leaks === 'accept' ? 'accepted: the model is marked' : null],
  ];
  return <Facts facts={facts} />;
}

function SnapshotLink({ id }: { readonly id: string }): ReactElement {
  return <Link href={snapshotPath(id)}>{id}</Link>;
}

function ReportLink({ id, run }: { readonly id: string; readonly run: Run }): ReactElement {
  return (
    <span className="row">
      <Link href={reportPath(id)}>Validation report</Link>
      {run.reportStatus === undefined ? null : <StateBadge state={run.reportStatus} />}
    </span>
  );
}

function ModelLink({ name, version }: { readonly name: string; readonly version: number }): ReactElement {
  return (
    <Link href={modelPath(name, version)}>
      {name} version {version}
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
