import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { count, type Fact, Facts, Note, percent, Sentence, Time } from '../components/index.js';
import { snapshotPath } from '../data/data-paths.js';
import { runPath } from '../routing/paths.js';
import { lineageBrief } from './briefs.js';
import { FoldingPanel } from './folding-panel.js';
import type { ModelCard, ModelVersion } from './model-types.js';

export interface LineageProps {
  readonly version: ModelVersion;
  readonly card: ModelCard | null;
}

/** The version that comes with Weir has neither snapshot nor run here. */
const STARTER = 'starter';
const SHIPPED = 'shipped with Weir';

/** Where a version comes from: enough to make it again. */
export function Lineage({ version, card }: LineageProps): ReactElement {
  const { snapshotId, snapshotSha256, runId, seed, sha256, createdAt, feedback, leaks = [] } = version;
  const isShipped = runId === STARTER;
  const facts: readonly Fact[] = [
    [
      'Snapshot',
      isShipped ? (
        SHIPPED
      ) : (
        <Link key="snapshot" href={snapshotPath(snapshotId)}>
          {snapshotId}
        </Link>
      ),
    ],
    ['Snapshot SHA-256', <code key="data">{snapshotSha256}</code>],
    ['Source', card?.data.source ?? null],
    ['Labels from', card?.data.labelsFrom ?? null],
    [
      'Run',
      isShipped ? null : (
        <Link key="run" href={runPath(runId)}>
          {runId}
        </Link>
      ),
    ],
    ['Seed', seed],
    ['Trained', <Time key="at" at={String(createdAt)} exact />],
    ['Model SHA-256', <code key="model">{sha256}</code>],
    ['Corrections', correctionsText(feedback)],
  ];
  return (
    <FoldingPanel title="Where it comes from" brief={lineageBrief(version)}>
      <div className="stack">
        {leaks.length === 0 ? null : <Leaks leaks={leaks} />}
        <Facts facts={facts} />
      </div>
    </FoldingPanel>
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
        {leaks.map(({ rule, balancedAccuracy, visibleToModel }) => (
          <li key={rule}>
            <Sentence text={rule} />: a balanced accuracy of {percent(balancedAccuracy)}
            {visibleToModel ? '' : '; the model does not see it'}
          </li>
        ))}
      </ul>
    </Note>
  );
}
