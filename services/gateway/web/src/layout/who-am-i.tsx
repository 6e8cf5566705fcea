import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import { useSession } from '../api/session.js';
import { Icon } from '../components/icon.js';
import { PATHS } from '../routing/paths.js';
import { signInPath } from '../routing/sign-in-path.js';

/** Whose key is used; the way to sign in and out. Without keys there is nobody to name. */
export function WhoAmI(): ReactElement | null {
  const { data } = useSession();
  const [location] = useLocation();
  if (data === undefined || data.kind === 'open') return null;
  const isSomebody = data.kind !== 'anonymous';
  return (
    <Link
      href={location === PATHS.signIn || isSomebody ? PATHS.signIn : signInPath(location)}
      className="button button-quiet who-am-i"
      title={isSomebody ? `May ${data.scopes.join(', ')}` : 'A key is needed here'}
      {...(isSomebody ? { 'aria-label': `${data.name}: your key and signing out` } : {})}
    >
      <Icon name="person" />
      <span>{isSomebody ? data.name : 'Sign in'}</span>
    </Link>
  );
}
