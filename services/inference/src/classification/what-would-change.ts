import {
  type ScoredUrl,
  type Verdict,
  type VerdictChange,
  type VerdictThresholds,
  verdictOf,
} from '@weir/contracts';
import type { ModelArtifact } from '@weir/learning';
import { defang, type ParsedUrl } from '@weir/url-features';
import { additions, removals, type UrlEdit } from './url-edits.js';

/** Probabilities of phishing, in order. */
export type ScoreUrls = (urls: readonly ParsedUrl[]) => Float32Array;

/** A URL whose verdict is to be changed. */
export interface JudgedUrl extends Pick<ScoredUrl, 'verdict' | 'probability'> {
  readonly parsed: ParsedUrl;
}

/**
 * What would have to change for each verdict to change: the URL is taken apart (or, where it is safe, dressed up as
 * phishing is), each variant is scored by the same model, and the smallest change that brings another verdict is told.
 * The next variants of all URLs are scored together, of those only for which none did yet.
 */
export function whatWouldChange(
  judged: readonly JudgedUrl[],
  { thresholds }: Pick<ModelArtifact, 'thresholds'>,
  score: ScoreUrls,
): VerdictChange[] {
  const searches = judged.map((each) => new ChangeSearch(each));
  for (let open = searches; open.length > 0; ) {
    open = open.filter((search) => search.next());
    const probabilities = score(open.map((search) => (search.edit as UrlEdit).parsed));
    open = open.filter((search, index) => !search.decide(probabilities[index] as number, thresholds));
  }
  return searches.map((search) => search.result());
}

class ChangeSearch {
  /** The variant that is tried now. */
  edit: UrlEdit | undefined;
  readonly #tried: string[] = [];
  readonly #edits: Iterator<UrlEdit>;
  #found: VerdictChange | undefined;

  constructor(private readonly judged: JudgedUrl) {
    this.#edits = judged.verdict === 'safe' ? additions(judged.parsed) : removals(judged.parsed);
  }

  /** Whether there is another variant. */
  next(): boolean {
    const { done, value } = this.#edits.next();
    if (done === true) return false;
    this.edit = value;
    this.#tried.push(value.what);
    return true;
  }

  /** Whether the variant tried does. */
  decide(probability: number, thresholds: VerdictThresholds): boolean {
    const verdict = verdictOf(probability, thresholds);
    if (!isOtherWay(this.judged.verdict, verdict)) return false;
    this.#found = told(this.edit as UrlEdit, verdict, probability);
    return true;
  }

  result(): VerdictChange {
    const { verdict, probability } = this.judged;
    return this.#found ?? { sentence: unchanged(this.#tried, verdict, probability) };
  }
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

function unchanged(tried: readonly string[], verdict: Verdict, probability: number): string {
  if (tried.length === 0) return 'Its name alone decides: another site would have to stand there';
  return `It stays ${verdict} (now ${shown(probability)}) after each change that was tried: ${tried.join('; ')}`;
}

function shown(probability: number): string {
  return probability < 0.01 ? 'under 0.01' : probability.toFixed(2);
}
