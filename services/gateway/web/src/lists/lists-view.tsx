import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { mayRetry } from '../api/queries.js';
import { useCan } from '../api/session.js';
import {
  Button,
  type Column,
  count,
  Dialog,
  Empty,
  ErrorBox,
  Field,
  NeedsScope,
  Note,
  PageTitle,
  Panel,
  QueryState,
  shownUrl,
  Table,
  Time,
} from '../components/index.js';
import { EntryForm } from './entry-form.js';
import {
  LIST_NAMES,
  type ListEntry,
  type ListName,
  matching,
  readEntries,
  removeEntry,
} from './list-entries.js';
import './lists.css';

const TITLES: Readonly<Record<ListName, string>> = { deny: 'Denied', allow: 'Allowed' };
const ORDER: readonly ListName[] = [...LIST_NAMES].reverse();

/** What overrules the model, by host: always malicious, or always safe. */
export default function ListsView(): ReactElement {
  const [search, setSearch] = useState('');
  const [told, setTold] = useState<string>();
  return (
    <>
      <PageTitle title="Allow and deny lists">
        <p>An entry decides in the model’s place, for its host and all below it, within a second.</p>
      </PageTitle>
      <NeedsScope scope="read" toDo="to read the lists">
        <div className="lists-columns">
          <div className="stack">
            <Field label="Search the lists">
              {(control) => (
                <input
                  {...control}
                  type="search"
                  className="input"
                  value={search}
                  onChange={({ target }) => setSearch(target.value)}
                />
              )}
            </Field>
            <div role="status">
              {told === undefined ? null : (
                <Note tone="safe" icon="check">
                  <p>{told}</p>
                </Note>
              )}
            </div>
            {ORDER.map((list) => (
              <Entries key={list} list={list} search={search} onTold={setTold} />
            ))}
          </div>
          <NeedsScope scope="admin" toDo="to change the lists">
            <Panel title="Add an entry" className="lists-add">
              <EntryForm
                onDone={({ list, entry }) => setTold(`${shownUrl(entry)} is on the ${list} list.`)}
              />
            </Panel>
          </NeedsScope>
        </div>
      </NeedsScope>
    </>
  );
}

interface EntriesProps {
  readonly list: ListName;
  readonly search: string;
  readonly onTold: (sentence: string) => void;
}

function Entries({ list, search, onTold }: EntriesProps): ReactElement {
  const entries = useQuery({ queryKey: ['lists', list], queryFn: () => readEntries(list) });
  const [leaving, setLeaving] = useState<ListEntry>();
  const mayChange = useCan('admin');
  return (
    <Panel title={TITLES[list]}>
      <QueryState query={entries} label={`Reading the ${list} list…`}>
        {(all) => (
          <Matching all={all} list={list} search={search} {...(mayChange ? { onRemove: setLeaving } : {})} />
        )}
      </QueryState>
      <Dialog
        title="Take it off the list?"
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
      >
        {leaving === undefined ? null : (
          <Removal
            entry={leaving}
            onDone={() => {
              setLeaving(undefined);
              onTold(`${shownUrl(leaving.entry)} is off the ${list} list.`);
            }}
          />
        )}
      </Dialog>
    </Panel>
  );
}

interface MatchingProps {
  readonly all: readonly ListEntry[];
  readonly list: ListName;
  readonly search: string;
  readonly onRemove?: (entry: ListEntry) => void;
}

/** A page of the table; searching finds the rest. */
const MOST_SHOWN = 200;

function Matching({ all, list, search, onRemove }: MatchingProps): ReactElement {
  const found = matching(all, search);
  if (all.length === 0) return <Empty title={`Nothing is on the ${list} list`} />;
  if (found.length === 0) return <Empty title="No entry matches the search" />;
  const shown = found.slice(0, MOST_SHOWN);
  return (
    <>
      <Table
        caption={`${TITLES[list]} hosts`}
        columns={columns(onRemove)}
        rows={shown}
        rowKey={({ entry }) => entry}
      />
      {found.length > shown.length ? (
        <p className="quiet">
          The first {MOST_SHOWN} of {count(found.length)}: search for the others.
        </p>
      ) : null}
    </>
  );
}

function columns(onRemove?: (entry: ListEntry) => void): Column<ListEntry>[] {
  const shown: Column<ListEntry>[] = [
    { key: 'entry', header: 'Host', isRowHeader: true, cell: ({ entry }) => <code>{shownUrl(entry)}</code> },
    { key: 'reason', header: 'Reason', cell: ({ reason }) => reason ?? '–' },
    { key: 'by', header: 'By', cell: ({ by }) => by ?? '–' },
    { key: 'at', header: 'Since', cell: ({ at }) => <Time at={at} /> },
    {
      key: 'until',
      header: 'Until',
      cell: ({ expiresAt }) => (expiresAt === undefined ? 'for ever' : <Time at={expiresAt} exact />),
    },
  ];
  if (onRemove === undefined) return shown;
  const remove: Column<ListEntry> = {
    key: 'remove',
    header: 'Remove',
    isHeaderHidden: true,
    cell: (entry) => (
      <Button variant="quiet" aria-label={`Remove ${shownUrl(entry.entry)}`} onClick={() => onRemove(entry)}>
        Remove
      </Button>
    ),
  };
  return [...shown, remove];
}

function Removal({
  entry,
  onDone,
}: {
  readonly entry: ListEntry;
  readonly onDone: () => void;
}): ReactElement {
  const queries = useQueryClient();
  const removal = useMutation({
    mutationFn: () => removeEntry(entry),
    retry: mayRetry,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['lists'] });
      onDone();
    },
  });
  return (
    <div className="stack">
      <p>
        <code>{shownUrl(entry.entry)}</code> is judged by the model again.
      </p>
      {removal.error === null ? null : <ErrorBox error={removal.error} />}
      <Button variant="danger" busy={removal.isPending} onClick={() => removal.mutate()}>
        Take it off the {entry.list} list
      </Button>
    </div>
  );
}
