import { type ReactElement, useState } from 'react';
import { Badge, Button, type Column, Dialog, Empty, Paged, Table, Time } from '../../components/index.js';
import { isLastAdmin, type KeyState, keyState } from './key-state.js';
import { type Key, useKeys } from './keys.js';
import { Revocation } from './revocation.js';

export interface KeyListProps {
  readonly onTold: (sentence: string) => void;
}

/** Every key that there is or was, newest first. */
export function KeyList({ onTold }: KeyListProps): ReactElement {
  const query = useKeys();
  const [leaving, setLeaving] = useState<Key>();
  const known = query.data?.pages.flatMap(({ keys }) => keys) ?? [];
  return (
    <>
      <Paged query={query} label="Reading the keys…">
        {(pages) => <Keys keys={pages.flatMap(({ keys }) => keys)} onRevoke={setLeaving} />}
      </Paged>
      <Dialog
        title={`Revoke the key of ${leaving?.name ?? ''}?`}
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
      >
        {leaving === undefined ? null : (
          <Revocation
            revoked={leaving}
            isLastAdmin={isLastAdmin(leaving, known)}
            isAllKnown={!query.hasNextPage}
            onDone={() => {
              setLeaving(undefined);
              onTold(`The key of ${leaving.name} is revoked: it ends everywhere within seconds.`);
            }}
          />
        )}
      </Dialog>
    </>
  );
}

interface KeysProps {
  readonly keys: readonly Key[];
  readonly onRevoke: (key: Key) => void;
}

function Keys({ keys, onRevoke }: KeysProps): ReactElement {
  if (keys.length === 0) {
    return (
      <Empty title="There is no key">
        <p>Whoever reaches this Weir may do everything.</p>
      </Empty>
    );
  }
  return (
    <Table caption="API keys, newest first" columns={columns(onRevoke)} rows={keys} rowKey={({ id }) => id} />
  );
}

const STATES: Readonly<Record<KeyState, ReactElement>> = {
  'in force': (
    <Badge tone="safe" icon="check">
      in force
    </Badge>
  ),
  revoked: <Badge icon="close">revoked</Badge>,
  'run out': <Badge icon="clock">run out</Badge>,
};

function columns(onRevoke: (key: Key) => void): Column<Key>[] {
  return [
    { key: 'name', header: 'Name', isRowHeader: true, cell: ({ name }) => name },
    { key: 'state', header: 'State', cell: (key) => STATES[keyState(key)] },
    {
      key: 'scopes',
      header: 'It may',
      cell: ({ scopes }) => <code className="scopes">{scopes.join(', ')}</code>,
    },
    {
      key: 'made',
      header: 'Made',
      cell: ({ createdAt, createdBy }) => (
        <span>
          <Time at={String(createdAt)} /> <span className="quiet">by {createdBy}</span>
        </span>
      ),
    },
    {
      key: 'used',
      header: 'Last used',
      cell: ({ lastUsedAt }) => (lastUsedAt === undefined ? 'never' : <Time at={String(lastUsedAt)} />),
    },
    { key: 'until', header: 'Until', cell: (key) => <Until of={key} /> },
    {
      key: 'revoke',
      header: 'Revoke',
      isHeaderHidden: true,
      cell: (key) =>
        keyState(key) === 'in force' ? (
          <Button variant="quiet" aria-label={`Revoke the key of ${key.name}`} onClick={() => onRevoke(key)}>
            Revoke
          </Button>
        ) : (
          <span className="quiet">–</span>
        ),
    },
  ];
}

function Until({ of: { revokedAt, expiresAt } }: { readonly of: Key }): ReactElement {
  const end = revokedAt ?? expiresAt;
  return end === undefined ? <>for ever</> : <Time at={String(end)} exact />;
}
