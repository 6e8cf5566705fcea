import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { client, unwrap } from '../api/index.js';
import { count, Field, relativeTime } from '../components/index.js';
import { useSchemaNames } from '../data/use-schemas.js';
import { SOURCE_MEMBERS, type SourceKind } from './run-order.js';
import type { Stage } from './run-times.js';
import type { DraftProps } from './start-run.js';

const FROM: readonly (readonly [Stage, string])[] = [
  ['training', 'Training, on a checked snapshot'],
  ['validation', 'Validation: check, then train'],
  ['ingestion', 'Ingestion: read, check, train'],
];

/** Which data, and from which stage on. */
export function WhatFields(props: DraftProps): ReactElement {
  const { draft, faults, onChange } = props;
  const schemas = useSchemaNames();
  const [first] = schemas;
  useEffect(() => {
    if (draft.schema === '' && first !== undefined) onChange({ schema: first });
  }, [draft.schema, first, onChange]);
  return (
    <div className="grid-halves">
      <Field label="Schema" error={faults.schema}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={draft.schema}
            onChange={({ target }) => onChange({ schema: target.value, snapshot: '' })}
          >
            {schemas.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Begin with">
        {(control) => (
          <select
            {...control}
            className="input"
            value={draft.from}
            onChange={({ target }) => onChange({ from: target.value as Stage })}
          >
            {FROM.map(([stage, words]) => (
              <option key={stage} value={stage}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      {draft.from === 'ingestion' ? <SourceFields {...props} /> : <SnapshotField {...props} />}
    </div>
  );
}

function SnapshotField({ draft, onChange }: DraftProps): ReactElement {
  const { schema, snapshot } = draft;
  const { data } = useQuery({
    queryKey: ['snapshots', 'of', schema],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/v1/snapshots', { params: { query: { schema, limit: 100 } }, signal })),
    enabled: schema !== '',
  });
  return (
    <Field label="Snapshot">
      {(control) => (
        <select
          {...control}
          className="input"
          value={snapshot}
          onChange={({ target }) => onChange({ snapshot: target.value })}
        >
          <option value="">The newest</option>
          {(data?.snapshots ?? []).map(({ id, rows, createdAt }) => (
            <option key={id} value={id}>
              {id} · {count(rows)} rows · {relativeTime(String(createdAt))}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function SourceFields({ draft, faults, onChange }: DraftProps): ReactElement {
  const [, label] = SOURCE_MEMBERS[draft.sourceKind];
  return (
    <>
      <Field label="Source" help="To upload a file instead, go to Data.">
        {(control) => (
          <select
            {...control}
            className="input"
            value={draft.sourceKind}
            onChange={({ target }) => onChange({ sourceKind: target.value as SourceKind })}
          >
            {Object.keys(SOURCE_MEMBERS).map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label={label} error={faults.sourceName}>
        {(control) => (
          <input
            {...control}
            className="input"
            value={draft.sourceName}
            onChange={({ target }) => onChange({ sourceName: target.value })}
          />
        )}
      </Field>
    </>
  );
}
