import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { count, type Fact, Facts, Note, Panel, percent, Sentence, Time } from '../components/index.js';
import { PATHS, runPath } from '../routing/paths.js';
import type { ModelCard, ModelVersion } from './model-types.js';

export interface LineageProps {
  readonly version: ModelVersion;
  readonly card: ModelCard | null;
}

/** Where a version comes from: enough to make it again. */
export function Lineage({ version, card }: LineageProps): ReactElement {
  const { snapshotId, snapshotSha256, runId, seed, sha256, createdAt, feedback, leaks = [] } = version;
  const facts: readonly Fact[] = [
    [
      'Snapshot',
      <Link key="snapshot" href={`${PATHS.data}/snapshots/${encodeURIComponent(snapshotId)}`}>
        {snapshotId}
      </Link>,
    ],
    ['Snapshot SHA-256', <code key="data">{snapshotSha256}</code>],
    ['Source', card?.data.source ?? null],
    ['Labels from', card?.data.labelsFrom ?? null],
    [
      'Run',
      <Link key="run" href={runPath(runId)}>
        {runId}
      </Link>,
    ],
    ['Seed', seed],
    ['Trained', <Time key="at" at={String(createdAt)} exact />],
    ['Model SHA-256', <code key="model">{sha256}</code>],
    ['Corrections', correctionsText(feedback)],
  ];
  return (
    <Panel title="Where it comes from">
      <div className="stack">
        {leaks.length === 0 ? null : <Leaks leaks={leaks} />}
        <Facts facts={facts} />
      </div>
    </Panel>
  );
}

function correctionsText(feedback: ModelVersion['feedback']): string {
  if (feedback === undefined) return 'none';
  const { rows, replacedRows } = feedback;
  return `${count(rows)} of people’s corrections, in place of ${count(replacedRows)} rows of the snapshot`;
}

function Leaks({ leaks }: { readonly leaks: NonNullable<ModelVersion['leaks']> }): ReactElement {
  return (
    <Note tone="suspicious" icon="warning">
      <p>Trained in spite of leaks: one simple rule predicts the label of its data.</p>
      <ul>
        {leaks.map(({ rule, balancedAccuracy }) => (
          <li key={rule}>
            <Sentence text={rule} /> alone reaches {percent(balancedAccuracy)}
          </li>
        ))}
      </ul>
    </Note>
  );
}
