import { useMutation } from '@tanstack/react-query';
import { WeirApiError } from '@weir/client';
import { type ReactElement, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { type Session, useSession, useSigning } from '../api/session.js';
import {
  Badge,
  Button,
  ErrorBox,
  Field,
  Note,
  PageTitle,
  Panel,
  QueryState,
  Time,
} from '../components/index.js';
import { PATHS } from '../routing/paths.js';
import { returnPath } from '../routing/sign-in-path.js';

export default function SignInView(): ReactElement {
  const session = useSession();
  return (
    <div className="narrow stack">
      <PageTitle title="Sign in" />
      <QueryState query={session} label="Asking who you are…">
        {(known) => (
          <>
            {known.kind === 'session' || known.kind === 'key' ? <SignedIn session={known} /> : null}
            {known.kind === 'open' ? <Open /> : <SignInForm isAgain={known.kind !== 'anonymous'} />}
          </>
        )}
      </QueryState>
    </div>
  );
}

function Open(): ReactElement {
  return (
    <Note>
      <p>
        No key is configured, so nobody needs to sign in: whoever reaches this Weir may do everything. The
        first key, made under <Link href={PATHS.access}>Access</Link> or with <code>weir keys create</code>,
        changes that.
      </p>
    </Note>
  );
}

function SignedIn({ session: { name, scopes, expiresAt } }: { readonly session: Session }): ReactElement {
  const { signOut } = useSigning();
  const leaving = useMutation({ mutationFn: signOut });
  return (
    <Panel
      title={`You are ${name}`}
      actions={
        <Button busy={leaving.isPending} onClick={() => leaving.mutate()}>
          Sign out
        </Button>
      }
    >
      <div className="stack-small">
        <p className="row">
          Your key may{' '}
          {scopes.map((scope) => (
            <Badge key={scope}>{scope}</Badge>
          ))}
        </p>
        {expiresAt === undefined ? null : (
          <p className="quiet">
            You stay signed in until <Time at={expiresAt} exact />.
          </p>
        )}
        {leaving.error === null ? null : <ErrorBox error={leaving.error} />}
      </div>
    </Panel>
  );
}

function SignInForm({ isAgain }: { readonly isAgain: boolean }): ReactElement {
  const [key, setKey] = useState('');
  const [, navigate] = useLocation();
  const search = useSearch();
  const { signIn } = useSigning();
  const signing = useMutation({
    mutationFn: () => signIn(key.trim()),
    onSuccess: () => navigate(returnPath(search), { replace: true }),
  });
  const isWrong = signing.error instanceof WeirApiError && [400, 401, 403].includes(signing.error.status);
  return (
    <Panel title={isAgain ? 'Use another key' : 'With your key'}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          signing.mutate();
        }}
      >
        <Field
          label="API key"
          help="Whoever runs this Weir makes keys with “weir keys create”. It is kept in no place that scripts can read."
          error={isWrong ? 'That key is not known here: it may be mistyped, expired or revoked' : undefined}
        >
          {(control) => (
            <input
              {...control}
              className="input"
              type="password"
              required
              autoComplete="current-password"
              placeholder="weir_…"
              spellCheck={false}
              value={key}
              onChange={({ target }) => setKey(target.value)}
            />
          )}
        </Field>
        {signing.error === null || isWrong ? null : <ErrorBox error={signing.error} />}
        <Button type="submit" variant="primary" busy={signing.isPending}>
          Sign in
        </Button>
      </form>
    </Panel>
  );
}
