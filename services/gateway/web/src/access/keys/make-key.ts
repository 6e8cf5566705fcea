import { stayHere } from '../../routing/sign-in-path.js';
import { type CreatedKey, createKey, type NewKey } from './keys.js';
import { type SignIn, signInWith } from './sign-in-with.js';

/** A key that was made, while it stands on the page. */
export interface MadeKey {
  readonly created: CreatedKey;
  /** It was the first: from now on everybody needs a key. */
  readonly isFirst: boolean;
  /** Why the reader is not signed in with the first key; null where they are, or were before. */
  readonly signInError: unknown;
}

/** Makes a key; with the first one the reader is signed in at once, so that it locks nobody out. */
export async function makeKey(wanted: NewKey, isFirst: boolean, signIn: SignIn): Promise<MadeKey> {
  // What is asked beside this may be refused by then; being led away would lose the key.
  const leave = stayHere();
  try {
    const created = await createKey(wanted);
    const signInError = isFirst ? await signInWith(created.key, signIn) : null;
    return { created, isFirst, signInError };
  } finally {
    leave();
  }
}
