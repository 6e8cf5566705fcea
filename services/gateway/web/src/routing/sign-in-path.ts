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

let staying = 0;

/** Until what it gives is called, nobody is led away to sign in: something stands on the page that is shown only once. */
export function stayHere(): () => void {
  let isStaying = true;
  staying += 1;
  return () => {
    if (isStaying) staying -= 1;
    isStaying = false;
  };
}

/** The gateway knows no valid key or session of ours. */
export function askToSignIn(): void {
  if (staying > 0) return;
  const { pathname, search } = window.location;
  if (pathname !== PATHS.signIn) navigate(signInPath(pathname + search));
}
