const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Whether a site is learned from as if no list knew it: every other one, by its name, so always the same. Most sites of
 * tomorrow stand on no list, and a model that saw every famous name listed would lean on the lists alone.
 */
export function isTaughtUnlisted(domain: string): boolean {
  let hash = FNV_OFFSET;
  for (let index = 0; index < domain.length; index++)
    hash = Math.imul(hash ^ domain.charCodeAt(index), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) % 2 === 0;
}
