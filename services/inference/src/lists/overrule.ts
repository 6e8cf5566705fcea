import type { ListHit, ScoredUrl } from '@weir/contracts';
import type { ParsedUrl } from '@weir/url-features';
import type { UrlLists } from './url-lists.js';

/**
 * The verdicts as the lists have them, in order: `malicious` for what is denied, `safe` for what is allowed, with the
 * list named first among the reasons. `probability` stays the model's.
 */
export function overrule(
  lists: Pick<UrlLists, 'find'>,
  sites: readonly Pick<ParsedUrl, 'host' | 'isIp'>[],
  scored: readonly ScoredUrl[],
  withReasons: boolean,
): ScoredUrl[] {
  return scored.map((each, index) => {
    const hit = lists.find(sites[index] as Pick<ParsedUrl, 'host' | 'isIp'>);
    return hit === undefined ? each : overruled(each, hit, withReasons);
  });
}

/** What would change the model's verdict changes nothing here. */
function overruled({ change: _, ...scored }: ScoredUrl, hit: ListHit, withReasons: boolean): ScoredUrl {
  return {
    ...scored,
    verdict: hit.list === 'deny' ? 'malicious' : 'safe',
    reasons: withReasons ? [sentence(hit), ...scored.reasons] : [],
    list: hit,
  };
}

function sentence({ list, entry, reason, by }: ListHit): string {
  const why = reason === undefined ? '' : `: ${reason}`;
  const who = by === undefined ? '' : ` (by ${by})`;
  return `\`${entry}\` is on the ${list} list${why}${who}`;
}
