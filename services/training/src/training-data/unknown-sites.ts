import { placeOf } from '@weir/url-features';

/**
 * Whether a site is learned from as if no list knew it: every other one, by its name, so always the same. Most sites of
 * tomorrow stand on no list, and a model that saw every famous name listed would lean on the lists alone.
 */
export function isTaughtUnlisted(domain: string): boolean {
  return placeOf(domain) % 2 === 0;
}
