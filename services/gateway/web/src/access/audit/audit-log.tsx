import { type ReactElement, useState } from 'react';
import { type Column, Empty, Field, Paged, shownUrl, Table, Time } from '../../components/index.js';
import { ACTION_WORDS, ACTIONS, type AuditAction, type AuditEntry, detailText, useAudit } from './audit.js';

/** Who changed what, newest first. */
export function AuditLog(): ReactElement {
  const [action, setAction] = useState<AuditAction | 'all'>('all');
  const query = useAudit(action);
  return (
    <div className="stack">
      <Field label="What was done" className="audit-filter">
        {(control) => (
          <select
            {...control}
            className="input"
            value={action}
            onChange={({ target }) => setAction(target.value as AuditAction | 'all')}
          >
            <option value="all">Everything</option>
            {ACTIONS.map((each) => (
              <option key={each} value={each}>
                {ACTION_WORDS[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Paged query={query} label="Reading the audit log…">
        {(pages) => (
          <Entries entries={pages.flatMap(({ entries }) => entries)} isFiltered={action !== 'all'} />
        )}
      </Paged>
    </div>
  );
}

interface EntriesProps {
  readonly entries: readonly AuditEntry[];
  readonly isFiltered: boolean;
}

function Entries({ entries, isFiltered }: EntriesProps): ReactElement {
  if (entries.length === 0) {
    return isFiltered ? (
      <Empty title="Nobody has done that yet" />
    ) : (
      <Empty title="Nothing was changed yet">
        <p>Promotions, runs, uploads, lists, corrections and keys stand here, with who did it.</p>
      </Empty>
    );
  }
  return <Table caption="Audit log, newest first" columns={COLUMNS} rows={entries} rowKey={({ id }) => id} />;
}

const COLUMNS: readonly Column<AuditEntry>[] = [
  { key: 'at', header: 'When', cell: ({ at }) => <Time at={String(at)} exact /> },
  { key: 'by', header: 'Who', cell: ({ by }) => by },
  { key: 'action', header: 'What', isRowHeader: true, cell: ({ action }) => ACTION_WORDS[action] },
  { key: 'subject', header: 'Of', cell: ({ subject }) => <code>{shownUrl(subject)}</code> },
  { key: 'detail', header: 'With', cell: ({ detail }) => detailText(detail) || '–' },
];
