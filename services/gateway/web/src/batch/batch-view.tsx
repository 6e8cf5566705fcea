import { type ReactElement, useState } from 'react';
import { ErrorBox, NeedsScope, Note, PageTitle } from '../components/index.js';
import { BatchProgress, STEPS } from './batch-progress.js';
import { BatchResults } from './batch-results.js';
import { DropZone } from './drop-zone.js';
import { UnusableFile } from './input/unusable-file.js';
import { KnownFiles } from './known-files.js';
import { RowDetails } from './row-details.js';
import type { BatchRow } from './rows/batch-row.js';
import { type Batch, useBatch } from './use-batch.js';
import './batch.css';

/** A file of URLs or of features, scored row by row. */
export default function BatchView(): ReactElement {
  const batch = useBatch();
  return (
    <div className="stack">
      <PageTitle title="Score a file" />
      <NeedsScope scope="predict" toDo="to score files">
        <DropZone
          onFile={batch.start}
          isBusy={batch.state.kind === 'working'}
          isSmall={batch.state.kind === 'done'}
        />
        <p role="status" className="seen-by-none">
          {batch.state.kind === 'working' ? `${STEPS[batch.state.progress.step]}…` : ''}
        </p>
        <Outcome batch={batch} />
      </NeedsScope>
    </div>
  );
}

function Outcome({ batch: { state, cancel } }: { readonly batch: Batch }): ReactElement {
  const [opened, setOpened] = useState<BatchRow>();
  switch (state.kind) {
    case 'waiting':
      return <KnownFiles />;
    case 'working':
      return <BatchProgress name={state.name} progress={state.progress} onCancel={cancel} />;
    case 'failed':
      return <Failed name={state.name} error={state.error} />;
    case 'done':
      return (
        <>
          <BatchResults
            key={`${state.name} ${state.seconds}`}
            name={state.name}
            result={state.result}
            seconds={state.seconds}
            {...(state.result.kind === 'urls' ? { onOpen: setOpened } : {})}
          />
          <RowDetails row={opened} onClose={() => setOpened(undefined)} />
        </>
      );
  }
}

function Failed({ name, error }: { readonly name: string; readonly error: unknown }): ReactElement {
  if (!(error instanceof UnusableFile)) return <ErrorBox error={error} />;
  return (
    <div role="alert">
      <Note tone="malicious" icon="warning">
        <p className="notice-title">{name} cannot be scored</p>
        <p>{error.message}</p>
      </Note>
    </div>
  );
}
