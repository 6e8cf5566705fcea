import { WeirApiError } from '@weir/client';
import { describe, expect, it } from 'vitest';
import { signInWith } from './sign-in-with.js';

const refusal = (status: number): WeirApiError => new WeirApiError(new Response(null, { status }), undefined);

/** Fails with one error after the other, then succeeds. */
function failing(errors: readonly Error[]): { calls: string[]; signIn: (key: string) => Promise<void> } {
  const calls: string[] = [];
  const left = [...errors];
  return {
    calls,
    signIn: async (key) => {
      calls.push(key);
      const error = left.shift();
      if (error !== undefined) throw error;
    },
  };
}

describe('signing in with a new key', () => {
  it('goes on until every replica knows the key', async () => {
    const { calls, signIn } = failing([refusal(401), refusal(503), refusal(401)]);
    expect(await signInWith('weir_new', signIn, 0)).toBeNull();
    expect(calls).toEqual(Array.from({ length: 4 }, () => 'weir_new'));
  });

  it('gives up what cannot be otherwise in a moment, and anything after ten tries', async () => {
    const never = failing([refusal(400)]);
    expect(await signInWith('weir_new', never.signIn, 0)).toMatchObject({ status: 400 });
    expect(never.calls).toHaveLength(1);
    const away = failing(Array.from({ length: 20 }, () => refusal(401)));
    expect(await signInWith('weir_new', away.signIn, 0)).toMatchObject({ status: 401 });
    expect(away.calls).toHaveLength(10);
  });
});
