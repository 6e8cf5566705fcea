import { type ReactElement, useState } from 'react';
import { type Session, useSession } from '../api/index.js';
import { NeedsScope, Note, PageTitle, Panel, QueryState } from '../components/index.js';
import { AuditLog } from './audit/audit-log.js';
import { KeyForm } from './keys/key-form.js';
import { KeyList } from './keys/key-list.js';
import { MadeKeyPanel } from './keys/made-key-panel.js';
import type { MadeKey } from './keys/make-key.js';
import './access.css';

/** Who may use this Weir, and what they did with it. */
export default function AccessView(): ReactElement {
  const session = useSession();
  return (
    <>
      <PageTitle title="Access">
        <p>Who may use this Weir, and what they changed.</p>
      </PageTitle>
      <NeedsScope scope="admin" toDo="to see keys and the audit log">
        <QueryState query={session} label="Asking who you are…">
          {(known) => <Access session={known} />}
        </QueryState>
      </NeedsScope>
    </>
  );
}

function Access({ session }: { readonly session: Session }): ReactElement {
  const [made, setMade] = useState<MadeKey | null>(null);
  const [told, setTold] = useState<string>();
  const isFirst = session.kind === 'open' && made === null;
  const takeIn = (next: MadeKey): void => {
    setTold(undefined);
    setMade(next);
  };
  return (
    <div className="stack">
      {made === null ? null : <MadeKeyPanel key={made.created.id} made={made} onKept={() => setMade(null)} />}
      <div role="status">
        {told === undefined ? null : (
          <Note tone="safe" icon="check">
            <p>{told}</p>
          </Note>
        )}
      </div>
      <div className="access-columns">
        <Panel title="Keys">
          <KeyList onTold={setTold} />
        </Panel>
        <Panel title={isFirst ? 'Make the first key' : 'Make a key'}>
          <KeyForm isFirst={isFirst} onMade={takeIn} />
        </Panel>
      </div>
      <Panel title="Audit log">
        <AuditLog />
      </Panel>
    </div>
  );
}
