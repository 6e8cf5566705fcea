import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { mayRetry } from '../../api/index.js';
import { Button, ErrorBox, Note } from '../../components/index.js';
import { AUDIT } from '../audit/audit.js';
import { KEYS, type Key, revokeKey } from './keys.js';

export interface RevocationProps {
  readonly revoked: Key;
  /** No other key that is known could make keys. */
  readonly isLastAdmin: boolean;
  /** Whether every key is known. */
  readonly isAllKnown: boolean;
  readonly onDone: () => void;
}

/** Asks before a key is ended for good. */
export function Revocation({ revoked, isLastAdmin, isAllKnown, onDone }: RevocationProps): ReactElement {
  const queries = useQueryClient();
  const revocation = useMutation({
    mutationFn: () => revokeKey(revoked),
    retry: mayRetry,
    onSuccess: () => {
      for (const queryKey of [KEYS, AUDIT]) void queries.invalidateQueries({ queryKey });
      onDone();
    },
  });
  return (
    <div className="stack">
      <p>
        Whoever uses it is refused within seconds: their sign-ins and streams end with it. It cannot be taken
        back; a new key can be made.
      </p>
      {isLastAdmin ? (
        <Note tone="malicious" icon="warning">
          <p>
            {isAllKnown ? 'It is the last key' : 'No other key shown here is one'} with the scope{' '}
            <code>admin</code>. Without such a key nobody can make keys here, promote or list: only{' '}
            <code>weir keys create</code>, on the machine of Weir’s store, makes another.
          </p>
        </Note>
      ) : null}
      {revocation.error === null ? null : <ErrorBox error={revocation.error} />}
      <Button variant="danger" busy={revocation.isPending} onClick={() => revocation.mutate()}>
        Revoke the key
      </Button>
    </div>
  );
}
