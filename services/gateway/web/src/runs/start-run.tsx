import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { client, unwrap } from '../api/index.js';
import { Button, ErrorBox, Panel } from '../components/index.js';
import { runPath } from '../routing/paths.js';
import { type Faults, faultsOf, NEW_DRAFT, type RunDraft, requestOf } from './run-order.js';
import { SearchFields } from './search-fields.js';
import { WhatFields } from './what-fields.js';

/** How every group of the form gets and gives what is typed in. */
export interface DraftProps {
  readonly draft: RunDraft;
  readonly faults: Faults;
  readonly onChange: (change: Partial<RunDraft>) => void;
}

export interface StartRunProps {
  /** Chosen beforehand; empty where nothing was. */
  readonly schema: string;
  readonly snapshot: string;
  readonly onCancel: () => void;
}

export function StartRun({ schema, snapshot, onCancel }: StartRunProps): ReactElement {
  const [draft, setDraft] = useState<RunDraft>({ ...NEW_DRAFT, schema, snapshot });
  const [faults, setFaults] = useState<Faults>({});
  // One run, however often the same order is sent: an answer may be lost on its way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order is another run
  const key = useMemo(newKey, [draft]);
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: () =>
      unwrap(client.POST('/v1/runs', { body: requestOf(draft), headers: { 'idempotency-key': key } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['runs'] });
      navigate(runPath(id));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = faultsOf(draft);
    setFaults(found);
    if (Object.keys(found).length === 0) start.mutate();
  };
  const fields: DraftProps = {
    draft,
    faults,
    onChange: (change) => setDraft((before) => ({ ...before, ...change })),
  };
  return (
    <Panel title="Start a run">
      <form className="stack" onSubmit={submit} noValidate>
        <WhatFields {...fields} />
        <SearchFields {...fields} />
        {start.isError ? <ErrorBox error={start.error} /> : null}
        <div className="row">
          <Button type="submit" variant="primary" busy={start.isPending}>
            Start
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}

/** Random; `crypto.randomUUID` is to be had behind https and on loopback only. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
