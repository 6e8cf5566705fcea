import { type ScoredUrl, type Verdict, type VerdictChange, verdictOf } from '@weir/contracts';
import type { ModelArtifact } from '@weir/learning';
import { defang, type ParsedUrl } from '@weir/url-features';
import { additions, removals, type UrlEdit } from './url-edits.js';

/** Probabilities of phishing, in order. */
export type ScoreUrls = (urls: readonly ParsedUrl[]) => Float32Array;

/**
 * What would have to change for the verdict to change: the URL is taken apart (or, where it is safe, dressed up as
 * phishing is), each variant is scored by the same model, and the smallest change that brings another verdict is told.
 */
export function whatWouldChange(
  parsed: ParsedUrl,
  { verdict, probability }: Pick<ScoredUrl, 'verdict' | 'probability'>,
  { thresholds }: Pick<ModelArtifact, 'thresholds'>,
  score: ScoreUrls,
): VerdictChange {
  const edits = verdict === 'safe' ? additions(parsed) : removals(parsed);
  const probabilities = score(edits.map((each) => each.parsed));
  for (const [index, edit] of edits.entries()) {
    const changed = probabilities[index] as number;
    const other = verdictOf(changed, thresholds);
    if (isOtherWay(verdict, other)) return told(edit, other, changed);
  }
  return { sentence: unchanged(edits, verdict, probability) };
}

const BADNESS: Readonly<Record<Verdict, number>> = { safe: 0, suspicious: 1, malicious: 2 };

/** A flagged URL should come off better, a safe one worse. */
function isOtherWay(from: Verdict, to: Verdict): boolean {
  return from === 'safe' ? BADNESS[to] > BADNESS.safe : BADNESS[to] < BADNESS[from];
}

function told({ what, parsed }: UrlEdit, verdict: Verdict, probability: number): VerdictChange {
  const url = defang(parsed.href);
  return {
    sentence: `It would be ${verdict} ${what} (probability ${shown(probability)})`,
    url,
    verdict,
    probability,
  };
}

function unchanged(edits: readonly UrlEdit[], verdict: Verdict, probability: number): string {
  if (edits.length === 0) return 'Its name alone decides: another site would have to stand there';
  const tried = edits.map(({ what }) => what).join('; ');
  return `It stays ${verdict} (now ${shown(probability)}) after each change that was tried: ${tried}`;
}

function shown(probability: number): string {
  return probability < 0.01 ? 'under 0.01' : probability.toFixed(2);
}
