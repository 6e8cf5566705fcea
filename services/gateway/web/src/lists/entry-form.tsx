import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { mayRetry } from '../api/queries.js';
import { useSession } from '../api/session.js';
import { useOwnName } from '../check/own-name.js';
import { Button, ErrorBox, Field, shownUrl, TextField } from '../components/index.js';
import { LIST_NAMES, type ListEntry, type ListName, type NewEntry, putEntry } from './list-entries.js';

export interface EntryFormProps {
  /** To choose from; empty: any may be typed. */
  readonly hosts?: readonly string[];
  readonly list?: ListName;
  readonly onDone: (entry: ListEntry) => void;
}

const SAYS: Readonly<Record<ListName, string>> = {
  allow: 'Allow: verdicts are safe',
  deny: 'Deny: verdicts are malicious',
};
const MOST_REASON = 500;

/** Puts a host on a list. */
export function EntryForm({ hosts = [], list = 'deny', onDone }: EntryFormProps): ReactElement {
  const [name, setName] = useOwnName();
  const [draft, setDraft] = useState<Omit<NewEntry, 'by'>>({
    list,
    entry: hosts[0] ?? '',
    reason: '',
    until: '',
  });
  const queries = useQueryClient();
  const { data: session } = useSession();
  const isNameless = session === undefined || session.kind === 'open';
  const put = useMutation({
    mutationFn: () => putEntry({ ...draft, by: isNameless ? name : '' }),
    retry: mayRetry,
    onSuccess: async (entry) => {
      await queries.invalidateQueries({ queryKey: ['lists'] });
      setDraft({ ...draft, entry: hosts[0] ?? '', reason: '', until: '' });
      onDone(entry);
    },
  });
  const change = (part: Partial<NewEntry>): void => setDraft({ ...draft, ...part });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        put.mutate();
      }}
    >
      <fieldset className="choices">
        <legend>List</legend>
        {LIST_NAMES.map((each) => (
          <div className="choice" key={each}>
            <input
              type="radio"
              id={`list-${each}`}
              name="list"
              checked={draft.list === each}
              onChange={() => change({ list: each })}
            />
            <label htmlFor={`list-${each}`}>{SAYS[each]}</label>
          </div>
        ))}
      </fieldset>
      <HostField hosts={hosts} host={draft.entry} onChange={(entry) => change({ entry })} />
      <TextField
        label="Reason (optional)"
        help="Stands with each verdict that the entry decides."
        maxLength={MOST_REASON}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
      <Field label="Until (optional)" help="The last day on which it counts; empty: for ever.">
        {(control) => (
          <input
            {...control}
            className="input"
            type="date"
            value={draft.until}
            onChange={({ target }) => change({ until: target.value })}
          />
        )}
      </Field>
      {isNameless ? (
        <TextField
          label="Your name (optional)"
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={setName}
        />
      ) : null}
      {put.error === null ? null : <ErrorBox error={put.error} />}
      <Button type="submit" variant="primary" busy={put.isPending}>
        Put on the {draft.list} list
      </Button>
    </form>
  );
}

interface HostFieldProps {
  readonly hosts: readonly string[];
  readonly host: string;
  readonly onChange: (host: string) => void;
}

function HostField({ hosts, host, onChange }: HostFieldProps): ReactElement {
  const help = 'Covers the host and everything below it.';
  return (
    <Field label="Host or domain" help={help}>
      {(control) =>
        hosts.length > 0 ? (
          <select
            {...control}
            className="input"
            value={host}
            onChange={({ target }) => onChange(target.value)}
          >
            {hosts.map((each) => (
              <option key={each} value={each}>
                {shownUrl(each)}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...control}
            className="input"
            required
            maxLength={255}
            placeholder="example.org"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            value={host}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}
