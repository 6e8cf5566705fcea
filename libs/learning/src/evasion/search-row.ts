import type { Steps } from '../inspection/steps.js';
import type { Change, ScoredVariant, Variant, VariantScorer } from './variant-scorer.js';

export interface SearchLimits {
  /** Changes tried at most. */
  readonly maxChanges: number;
  /** Pairs of changes tried at most; where there are more, those of the changes that go furthest alone. */
  readonly mostPairs: number;
  /** Sets of changes that are built on, beyond pairs. */
  readonly beamWidth: number;
}

/** The fewest changes found that flip a row. */
export interface RowEvasion {
  /** Columns changed, rising; undefined where nothing within the limits flips the row. */
  readonly columns: readonly number[] | undefined;
  /** No fewer changes to the values that were searched can do it. */
  readonly atLeast: number;
}

/** Pairs scored in one pass. */
const PAIRS_AT_ONCE = 256;

function found(variant: ScoredVariant, atLeast: number): RowEvasion {
  const columns = variant.changes.map(({ column }) => column).sort((a, b) => a - b);
  return { columns, atLeast: Math.min(atLeast, columns.length) };
}

/** Flipped ones first (a tie of probabilities goes either way), then by margin. */
function nearestFirst(variants: readonly ScoredVariant[]): ScoredVariant[] {
  return variants.slice().sort((a, b) => Number(b.isFlipped) - Number(a.isFlipped) || a.margin - b.margin);
}

/** How many of the best single changes can all be paired within the limit. */
function pairable(mostPairs: number): number {
  return Math.floor((1 + Math.sqrt(1 + 8 * mostPairs)) / 2);
}

/** Pairs of changes to different columns, those whose own effects add up to the most first. */
function pairsOf(singles: readonly ScoredVariant[]): Variant[] {
  const pairs: { variant: Variant; margins: number }[] = [];
  singles.forEach((a, index) => {
    for (const b of singles.slice(index + 1)) {
      if (a.changes[0]!.column === b.changes[0]!.column) continue;
      const changes = [a.changes[0]!, b.changes[0]!];
      pairs.push({ variant: { row: a.row, changes }, margins: a.margin + b.margin });
    }
  });
  return pairs.sort((a, b) => a.margins - b.margins).map(({ variant }) => variant);
}

function keyOf(changes: readonly Change[]): string {
  return changes
    .map(({ column, value }) => `${column}=${value}`)
    .sort()
    .join();
}

/** Each of the sets with one more column changed, each set of changes once. */
function extended(sets: readonly ScoredVariant[], singles: readonly ScoredVariant[]): Variant[] {
  const variants = new Map<string, Variant>();
  for (const { row, changes } of sets) {
    for (const single of singles) {
      const change = single.changes[0]!;
      if (changes.some(({ column }) => column === change.column)) continue;
      const next = [...changes, change];
      variants.set(keyOf(next), { row, changes: next });
    }
  }
  return [...variants.values()];
}

function* searchPairs(
  scorer: VariantScorer,
  singles: readonly ScoredVariant[],
  limits: SearchLimits,
): Steps<ScoredVariant[]> {
  const pairs = pairsOf(singles);
  let best: ScoredVariant[] = [];
  const atOnce = Math.min(PAIRS_AT_ONCE, scorer.atOnce);
  for (let start = 0; start < pairs.length; start += atOnce) {
    const scored = yield* scorer.score(pairs.slice(start, start + atOnce));
    best = nearestFirst([...best, ...scored]).slice(0, limits.beamWidth);
    if (best[0]?.isFlipped) break;
  }
  return best;
}

/**
 * Searches one row from its scored single changes: those alone, then pairs of them (all, or of the strongest where there
 * are more than `mostPairs`), then a beam search that adds one of the same at a time to the `beamWidth` sets nearest to
 * flipping. One and two are the fewest there are, and so is three where all pairs were tried; more is an upper bound.
 */
export function* searchRow(
  scorer: VariantScorer,
  scoredSingles: readonly ScoredVariant[],
  limits: SearchLimits,
): Steps<RowEvasion> {
  const singles = nearestFirst(scoredSingles);
  if (singles[0]?.isFlipped) return found(singles[0], 1);
  if (limits.maxChanges < 2 || singles.length === 0) return { columns: undefined, atLeast: 2 };
  const strongest = singles.slice(0, pairable(limits.mostPairs));
  let sets = yield* searchPairs(scorer, strongest, limits);
  if (sets[0]?.isFlipped) return found(sets[0], 2);
  const atLeast = strongest.length === singles.length ? 3 : 2;
  for (let changes = 3; changes <= limits.maxChanges; changes++) {
    const variants = extended(sets, strongest);
    if (variants.length === 0) break;
    sets = nearestFirst(yield* scorer.score(variants)).slice(0, limits.beamWidth);
    if (sets[0]?.isFlipped) return found(sets[0], atLeast);
  }
  return { columns: undefined, atLeast };
}
