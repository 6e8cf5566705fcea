export const SESSION_COOKIE = 'weir_session';

const COOKIE = new RegExp(`(?:^|;)\\s*${SESSION_COOKIE}=([A-Za-z0-9_-]{43})\\s*(?:;|$)`);

/** The session's id in a `Cookie` header; `null` where there is none that could be one. */
export function sessionIdOf(header: string | undefined): string | null {
  return header === undefined ? null : (COOKIE.exec(header)?.[1] ?? null);
}

/** A `Set-Cookie` that no script reads and no other site sends. */
export function sessionCookie(
  id: string,
  { seconds, isSecure }: { readonly seconds: number; readonly isSecure: boolean },
): string {
  const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict`;
  return `${SESSION_COOKIE}=${id}; ${attributes}${isSecure ? '; Secure' : ''}`;
}
