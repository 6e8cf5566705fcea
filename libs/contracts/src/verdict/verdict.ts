/** What Weir says of a URL, from worst to best. */
export const VERDICTS = ['malicious', 'suspicious', 'safe'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Probabilities of the positive class from which a verdict is given; `malicious >= suspicious`. */
export interface VerdictThresholds {
  readonly malicious: number;
  readonly suspicious: number;
}

export function verdictOf(probability: number, thresholds: VerdictThresholds): Verdict {
  if (probability >= thresholds.malicious) return 'malicious';
  return probability >= thresholds.suspicious ? 'suspicious' : 'safe';
}
