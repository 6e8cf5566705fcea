import { navigate } from 'wouter/use-browser-location';
import { PATHS } from './paths.js';

const RETURN = 'return';

/** Where to sign in, and to come back from there. */
export function signInPath(back: string): string {
  return back === PATHS.check ? PATHS.signIn : `${PATHS.signIn}?${new URLSearchParams({ [RETURN]: back })}`;
}

/** Where somebody came from who signs in: a path of this page, and nothing else that a link might bring along. */
export function returnPath(search: string): string {
  const back = new URLSearchParams(search).get(RETURN) ?? PATHS.check;
  const isOwn = /^\/(?![/\\])/.test(back) && !back.startsWith(PATHS.signIn);
  return isOwn ? back : PATHS.check;
}

/** The gateway knows no valid key or session of ours. */
export function askToSignIn(): void {
  const { pathname, search } = window.location;
  if (pathname !== PATHS.signIn) navigate(signInPath(pathname + search));
}
