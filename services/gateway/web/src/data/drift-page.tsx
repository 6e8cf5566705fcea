import { type ReactElement, useState } from 'react';
import { Field } from '../components/index.js';
import { DataHead } from './data-tabs.js';
import { SnapshotDrift } from './snapshot-drift.js';
import { StreamDrift } from './stream-drift.js';

type Side = 'stream' | 'snapshots';

export function DriftPage(): ReactElement {
  const [side, setSide] = useState<Side>('stream');
  return (
    <>
      <DataHead
        title="Drift"
        lead="Whether what comes in still looks like what models were taught. Where it does not, verdicts get worse: train on newer data."
      />
      <div className="stack">
        <Field label="Compare" className="one-field">
          {(control) => (
            <select
              {...control}
              className="input"
              value={side}
              onChange={({ target }) => setSide(target.value as Side)}
            >
              <option value="stream">The stream with what the model was taught</option>
              <option value="snapshots">Each data set with the one before</option>
            </select>
          )}
        </Field>
        {side === 'stream' ? <StreamDrift /> : <SnapshotDrift />}
      </div>
    </>
  );
}
