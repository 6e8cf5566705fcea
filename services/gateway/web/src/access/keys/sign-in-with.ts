import { WeirApiError } from '@weir/client';
import { passes } from '../../api/problem.js';

export type SignIn = (key: string) => Promise<void>;

/** Another replica knows a new key within five seconds. */
const MOST_TRIES = 10;
const AGAIN_MS = 1_000;

/** Signs in with a key that was only just made. Gives null, or what was in the way. */
export async function signInWith(key: string, signIn: SignIn, againMs = AGAIN_MS): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    try {
      await signIn(key);
      return null;
    } catch (error) {
      const isUnknownYet = error instanceof WeirApiError && error.status === 401;
      if (tries === MOST_TRIES || !(isUnknownYet || passes(error))) return error;
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
}
