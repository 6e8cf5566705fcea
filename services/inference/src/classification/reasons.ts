import type { Verdict } from '@weir/contracts';
import type { FeatureContribution, ModelArtifact, TermModel } from '@weir/learning';
import {
  describeReason,
  describeTermReason,
  type ParsedUrl,
  TERM_BLOCKS,
  type TermBlock,
} from '@weir/url-features';

const FEWEST = 3;
const MOST = 5;
/** Beyond the first few, a reason is told if it is this part of the strongest. */
const WORTH_TELLING = 0.15;

/**
 * Three to five sentences on what speaks most for the verdict, the strongest first: for phishing where the URL is
 * flagged, against it where it is safe. Fewer where fewer columns speak.
 */
export function sentencesOf(
  contributions: readonly FeatureContribution[],
  verdict: Verdict,
  parsed: ParsedUrl,
  artifact: Pick<ModelArtifact, 'terms'>,
): string[] {
  const sign = verdict === 'safe' ? -1 : 1;
  const speaking = contributions.filter(({ contribution }) => contribution * sign > 0);
  const strongest = Math.abs(speaking[0]?.contribution ?? 0);
  const sentences = new Set<string>();
  for (const each of speaking) {
    const isWeak = Math.abs(each.contribution) < WORTH_TELLING * strongest;
    if (sentences.size === MOST || (isWeak && sentences.size >= FEWEST)) break;
    sentences.add(sentenceOf(each, parsed, artifact.terms));
  }
  return [...sentences];
}

function sentenceOf(
  { feature, value, contribution }: FeatureContribution,
  parsed: ParsedUrl,
  terms: TermModel | undefined,
): string {
  const block = TERM_BLOCKS.find((each) => each === feature);
  if (block === undefined || terms === undefined) return describeReason(feature, value, parsed);
  return describeTermReason(block, contribution > 0, parsed, weightIn(terms, block));
}

function weightIn(terms: TermModel, block: TermBlock): (id: number) => number {
  const scale = terms.scales[terms.blocks.indexOf(block)] ?? 1;
  return (id) => (terms.weights[id] ?? 0) * scale;
}
