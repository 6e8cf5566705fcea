import type { ReactElement, ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { type Scope, useCan, useSession } from '../api/session.js';
import { signInPath } from '../routing/sign-in-path.js';
import { Note } from './note.js';

/** What a scope is needed for; in its place, without the scope, why it is not there. */
export function NeedsScope({
  scope,
  toDo,
  children,
}: {
  readonly scope: Scope;
  /** `to promote versions` */
  readonly toDo: string;
  readonly children: ReactNode;
}): ReactElement {
  const isAllowed = useCan(scope);
  const { data } = useSession();
  const [location] = useLocation();
  if (isAllowed) return <>{children}</>;
  return (
    <Note>
      <p>
        {data?.name ?? 'Your key'} is not allowed {toDo}: that needs a key with the scope <code>{scope}</code>
        . <Link href={signInPath(location)}>Sign in with another key</Link>
      </p>
    </Note>
  );
}
