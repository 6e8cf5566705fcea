/** What an API key may do; `admin` includes the others. */
export const SCOPES = ['predict', 'publish', 'read', 'train', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];
