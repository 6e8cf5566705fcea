import type { ReactElement } from 'react';
import { tell } from '../api/problem.js';
import { Button, count, Note, Panel } from '../components/index.js';
import type { Progress } from './scoring/scoring.js';

export const STEPS: Readonly<Record<Progress['step'], string>> = {
  reading: 'Reading the file',
  uploading: 'Uploading',
  scoring: 'Scoring',
  fetching: 'Fetching the results',
};
const MEBIBYTE = 1_048_576;

export interface BatchProgressProps {
  readonly name: string;
  readonly progress: Progress;
  readonly onCancel: () => void;
}

export function BatchProgress({ name, progress, onCancel }: BatchProgressProps): ReactElement {
  const { step, done, total, waiting } = progress;
  const share = total === 0 ? {} : { value: done, max: total };
  return (
    <Panel title={`${STEPS[step]}…`} actions={<Button onClick={onCancel}>Cancel</Button>}>
      <div className="stack-small">
        <p>
          {name}
          <span className="quiet figures"> {amount(progress)}</span>
        </p>
        <progress {...share} aria-label={STEPS[step]} />
        {waiting === undefined ? null : (
          <Note tone="suspicious" icon="clock">
            <p>
              <strong>{tell(waiting).title}.</strong> Trying again by itself…
            </p>
          </Note>
        )}
      </div>
    </Panel>
  );
}

function amount({ step, done, total }: Progress): string {
  if (total === 0) return '';
  if (step === 'uploading') return `${(done / MEBIBYTE).toFixed(1)} of ${(total / MEBIBYTE).toFixed(1)} MB`;
  return `${count(done)} of ${count(total)} rows`;
}
