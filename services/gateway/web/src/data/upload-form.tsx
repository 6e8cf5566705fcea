import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { client, unwrapJson } from '../api/index.js';
import { Button, ErrorBox, Field, Panel } from '../components/index.js';
import { runPath } from '../routing/paths.js';
import { headerOf, schemaFor } from './upload-schema.js';
import { useSchemas } from './use-schemas.js';

/** Enough for the header of a thousand columns. */
const START_BYTES = 65_536;

interface Upload {
  readonly schema: string;
  readonly file: File;
}

export function UploadForm({ onCancel }: { readonly onCancel: () => void }): ReactElement {
  const schemas = useSchemas();
  const [file, setFile] = useState<File | null>(null);
  const [header, setHeader] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  // The file may be chosen before the schemas are known.
  const schema = chosen ?? schemaFor(header, schemas) ?? schemas[0]?.name ?? '';
  const upload = useMutation({
    mutationFn: send,
    onSuccess: async ({ runId }) => {
      await queries.invalidateQueries({ queryKey: ['runs'] });
      navigate(runPath(runId));
    },
  });
  const choose = async (next: File | null): Promise<void> => {
    setFile(next);
    setFault(undefined);
    if (next === null) return;
    const found = headerOf(await next.slice(0, START_BYTES).text());
    setHeader(found);
    if (schemaFor(found, schemas) !== null) setChosen(null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file === null) setFault('Choose a file');
    else if (file.size === 0) setFault('This file is empty');
    else upload.mutate({ schema, file });
  };
  return (
    <Panel title="Upload a data set">
      <form className="stack" onSubmit={submit} noValidate>
        <div className="grid-halves">
          <Field
            label="File"
            help="CSV, ARFF or NDJSON in UTF-8 with a label in each row, gzipped or not."
            error={fault}
          >
            {(control) => (
              <input
                {...control}
                type="file"
                className="input"
                accept=".csv,.arff,.ndjson,.jsonl,.txt,.gz"
                onChange={({ target }) => void choose(target.files?.[0] ?? null)}
              />
            )}
          </Field>
          <Field label="Schema" help="Recognised by the file’s header, where that can be.">
            {(control) => (
              <select
                {...control}
                className="input"
                value={schema}
                onChange={({ target }) => setChosen(target.value)}
              >
                {schemas.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            )}
          </Field>
        </div>
        {upload.isPending ? <progress aria-label="Uploading" /> : null}
        {upload.isError ? <ErrorBox error={upload.error} /> : null}
        <div className="row">
          <Button type="submit" variant="primary" busy={upload.isPending}>
            Upload and check
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </div>
      </form>
    </Panel>
  );
}

function send({ schema, file }: Upload): Promise<{ readonly runId: string }> {
  const body = new FormData();
  // The gateway refuses an unknown schema before it takes the file in.
  body.append('schema', schema);
  body.append('file', file);
  return unwrapJson(client.fetch('/v1/snapshots', { method: 'POST', body }));
}
