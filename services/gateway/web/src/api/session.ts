import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { unwrapJson, WeirApiError } from '@weir/client';
import { client, keepCsrfToken } from './client.js';
import { SESSION } from './queries.js';

export type Scope = 'predict' | 'publish' | 'read' | 'train' | 'admin';

/** Who uses the page, as `GET /v1/session` says it. */
export interface Session {
  /** `open`: no key is configured, everybody may do everything. `anonymous`: a key is needed, and none was shown. */
  readonly kind: 'open' | 'anonymous' | 'key' | 'session';
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly csrfToken?: string;
  readonly expiresAt?: string;
}

const OPEN: Session = {
  kind: 'open',
  name: 'gateway',
  scopes: ['predict', 'publish', 'read', 'train', 'admin'],
};
const REFRESH_MS = 60_000;

async function readSession(): Promise<Session> {
  try {
    return kept(await unwrapJson<Session>(client.fetch('/v1/session')));
  } catch (error) {
    // A gateway without keys of its own stands behind something that has them.
    if (error instanceof WeirApiError && error.status === 404) return OPEN;
    throw error;
  }
}

function kept(session: Session): Session {
  keepCsrfToken(session.csrfToken);
  return session;
}

export function useSession(): UseQueryResult<Session> {
  return useQuery({
    queryKey: SESSION,
    queryFn: readSession,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  });
}

/** Whether the reader's key has the scope; `admin` includes all others. Until that is known, nothing is held back: the gateway decides. */
export function useCan(scope: Scope): boolean {
  const { data } = useSession();
  return data === undefined || data.kind === 'anonymous' || holds(data.scopes, scope);
}

function holds(scopes: readonly Scope[], scope: Scope): boolean {
  return scopes.includes(scope) || scopes.includes('admin');
}

/** Signing in and out; every answer is asked for anew afterwards. */
export function useSigning(): { signIn: (key: string) => Promise<void>; signOut: () => Promise<void> } {
  const queries = useQueryClient();
  const json = { 'content-type': 'application/json' };
  return {
    signIn: async (key) => {
      const init = { method: 'POST', headers: json, body: JSON.stringify({ key }) };
      const session = kept(await unwrapJson<Session>(client.fetch('/v1/session', init)));
      queries.setQueryData(SESSION, session);
      // Whatever else is known was answered to somebody else.
      void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
    },
    signOut: async () => {
      const response = await client.fetch('/v1/session', { method: 'DELETE' });
      if (!response.ok) throw new WeirApiError(response, undefined);
      keepCsrfToken(undefined);
      queries.clear();
      await queries.invalidateQueries();
    },
  };
}
