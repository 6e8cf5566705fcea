import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { type Scope, useSigning } from '../../api/index.js';
import { Button, ErrorBox, Field, Note } from '../../components/index.js';
import { AUDIT } from '../audit/audit.js';
import { type DraftFaults, EMPTY_DRAFT, faultsOf, type KeyDraft, newKeyOf } from './key-draft.js';
import { KEYS } from './keys.js';
import { type MadeKey, makeKey } from './make-key.js';
import { ScopeChoices } from './scope-choices.js';

export interface KeyFormProps {
  /** There is no key yet: this one closes Weir to everybody else. */
  readonly isFirst: boolean;
  readonly onMade: (made: MadeKey) => void;
}

const MOST_NAME = 100;

export function KeyForm({ isFirst, onMade }: KeyFormProps): ReactElement {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [faults, setFaults] = useState<DraftFaults>({});
  const { signIn } = useSigning();
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: () => makeKey(newKeyOf(draft, isFirst), isFirst, signIn),
    onSuccess: (made) => {
      setDraft(EMPTY_DRAFT);
      onMade(made);
      // As nobody, they would only be refused.
      if (made.signInError !== null) return;
      for (const queryKey of [KEYS, AUDIT]) void queries.invalidateQueries({ queryKey });
    },
  });
  const change = (part: Partial<KeyDraft>): void => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = faultsOf(isFirst ? { ...EMPTY_DRAFT, name: draft.name } : draft, today());
    setFaults(found);
    if (Object.keys(found).length === 0) making.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {isFirst ? <FirstKeyNote /> : null}
      <Field
        label="Name"
        help="Who or what uses it: it stands beside whatever they change."
        error={faults.name}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            required
            maxLength={MOST_NAME}
            autoComplete="off"
            spellCheck={false}
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      <ScopeChoices
        chosen={isFirst ? ONLY_ADMIN : draft.scopes}
        isFixed={isFirst}
        error={faults.scopes}
        onChange={(scopes) => change({ scopes })}
      />
      {isFirst ? null : (
        <Field
          label="Until (optional)"
          help="The last day on which it counts; empty: for ever."
          error={faults.until}
        >
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
      )}
      {making.error === null ? null : <ErrorBox error={making.error} />}
      <Button type="submit" variant="primary" busy={making.isPending}>
        {isFirst ? 'Make the first key and close Weir' : 'Make the key'}
      </Button>
    </form>
  );
}

const ONLY_ADMIN: readonly Scope[] = ['admin'];

function FirstKeyNote(): ReactElement {
  return (
    <Note tone="suspicious" icon="warning">
      <p className="notice-title">The first key closes this Weir</p>
      <p>
        Now whoever reaches it may do everything. As soon as there is a key, everybody needs one, every
        program that uses Weir as well, and it stays so when the last key is revoked.
      </p>
      <p>
        So that you are not locked out, the first key has the scope <code>admin</code> and never runs out, and
        this page signs you in with it.
      </p>
    </Note>
  );
}

/** `2030-01-31`, by the reader's clock. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
