import type { Parameters } from '../algorithm/algorithm.js';
import type { ArtifactCandidate, Lineage, ModelArtifact } from '../artifact/model-artifact.js';
import type { RankingCurves } from '../metrics/curves.js';
import { type CardCalibration, cardCalibration } from './card-calibration.js';
import { bestOfEach, type CardCandidate } from './card-candidates.js';
import { type CardEvasion, type CardThreshold, evasionOf, thresholdsOf } from './card-decisions.js';
import type { CardFeedback } from './card-feedback.js';
import { type CardSplit, splitOf } from './card-split.js';
import { type CardTerms, cardTerms } from './card-terms.js';
import { limitsOf } from './limits.js';
import { cardMarkdown } from './markdown/card-markdown.js';

/** What an artifact does not say of itself. */
export interface CardFacts {
  /** Where the rows came from: the name of a file, a topic, a collection. */
  readonly source?: string | undefined;
  /** Who labelled the rows, and how; a card says where that is not known. */
  readonly labelsFrom?: string | undefined;
  /** Rows that differ in a feature. */
  readonly distinctRows?: number | undefined;
  /** Rows by class name. */
  readonly classCounts?: Readonly<Record<string, number>> | undefined;
  /** Rows of the snapshot that could not be learned from. */
  readonly skippedRows?: number | undefined;
  /** What rows were kept together by in the grouped split: "registrable domain". */
  readonly groupedBy?: string | undefined;
  /** With their times, which an artifact leaves out; the artifact's where absent. */
  readonly candidates?: readonly (ArtifactCandidate & { readonly seconds: number })[] | undefined;
  readonly engine?: string | undefined;
  /** Of the artifact's file. */
  readonly bytes?: number | undefined;
  readonly sha256?: string | undefined;
  /** Trivial rules that predict the label of the rows, accepted when the model was made; empty: none was found. */
  readonly leaks?: readonly CardLeak[] | undefined;
  /** Corrections that the model was taught beside its snapshot. */
  readonly feedback?: CardFeedback | undefined;
  /** On the grouped test: the figures are in the artifact, these are not. */
  readonly curves?: RankingCurves | undefined;
  /** What else is known of the data, a sentence each. */
  readonly notes?: readonly string[] | undefined;
  /** Limits that figures do not show, a sentence each. */
  readonly limits?: readonly string[] | undefined;
}

/** One trivial rule that predicts the label of the training rows. */
export interface CardLeak {
  readonly rule: string;
  readonly balancedAccuracy: number;
  readonly visibleToModel: boolean;
}

export interface CardData {
  readonly rows: number;
  readonly distinctRows: number | null;
  readonly skippedRows: number | null;
  readonly classes: Readonly<Record<string, number | null>>;
  readonly positiveClass: string;
  readonly features: number;
  readonly source: string | null;
  readonly labelsFrom: string | null;
  readonly snapshotId: string;
  readonly snapshotSha256: string;
  readonly notes: readonly string[];
}

/** What a model is, how it was judged and what not to trust it with (Mitchell et al. 2019, "Model Cards for Model Reporting"). */
export interface ModelCard {
  readonly format: 'weir-model-card';
  readonly formatVersion: 1;
  readonly model: {
    readonly schema: string;
    readonly algorithm: string;
    readonly parameters: Parameters;
    readonly engine: string;
    /** Null where all columns are given. */
    readonly terms: CardTerms | null;
    readonly bytes: number | null;
    readonly sha256: string | null;
  };
  readonly data: CardData;
  /** Null where the artifact lacks the figures. */
  readonly splits: { readonly grouped: CardSplit | null; readonly plain: CardSplit | null };
  readonly crossValidation: {
    readonly f1: number;
    readonly standardDeviation: number;
    readonly folds: number;
  } | null;
  readonly calibration: CardCalibration;
  readonly thresholds: readonly CardThreshold[];
  /** On the grouped test; null where they were not kept. */
  readonly curves: RankingCurves | null;
  readonly evasion: CardEvasion | null;
  /** Null where nobody looked. */
  readonly leaks: readonly CardLeak[] | null;
  /** Null where there were no corrections. */
  readonly feedback: CardFeedback | null;
  readonly importance: {
    /** Share of the training's gain, largest first. */
    readonly gain: readonly FeatureShare[];
    /** Fall of F1 where a column is shuffled, largest first. */
    readonly permutation: readonly FeatureShare[];
  };
  readonly candidates: { readonly tried: number; readonly best: readonly CardCandidate[] };
  readonly limits: readonly string[];
  readonly lineage: Lineage;
}

export interface FeatureShare {
  readonly feature: string;
  readonly share: number;
}

const PERMUTATION = 'permutationImportance.';

function ranked(shares: readonly FeatureShare[]): FeatureShare[] {
  return shares.toSorted((a, b) => b.share - a.share);
}

function importanceOf({ featureNames, importance, metrics }: ModelArtifact): ModelCard['importance'] {
  return {
    gain: ranked(featureNames.map((feature, index) => ({ feature, share: importance[index] ?? 0 }))),
    permutation: ranked(
      Object.entries(metrics)
        .filter(([name]) => name.startsWith(PERMUTATION))
        .map(([name, share]) => ({ feature: name.slice(PERMUTATION.length), share })),
    ),
  };
}

function dataOf(
  { classes, positiveIndex, featureNames, lineage }: ModelArtifact,
  facts: CardFacts,
): CardData {
  return {
    rows: lineage.rows,
    distinctRows: facts.distinctRows ?? null,
    skippedRows: facts.skippedRows ?? null,
    classes: Object.fromEntries(classes.map((name) => [name, facts.classCounts?.[name] ?? null])),
    positiveClass: classes[positiveIndex]!,
    features: featureNames.length,
    source: facts.source ?? null,
    labelsFrom: facts.labelsFrom ?? null,
    snapshotId: lineage.snapshotId,
    snapshotSha256: lineage.snapshotSha256,
    notes: facts.notes ?? [],
  };
}

function crossValidationOf({ metrics, candidates }: ModelArtifact): ModelCard['crossValidation'] {
  const f1 = metrics['crossValidation.f1'];
  if (f1 === undefined) return null;
  const standardDeviation = metrics['crossValidation.f1StandardDeviation'] ?? 0;
  return { f1, standardDeviation, folds: candidates[0]?.foldF1.length ?? 0 };
}

/** The card of a model, as data and as Markdown. Reads no clock: the same input gives the same card. */
export function modelCard(
  artifact: ModelArtifact,
  facts: CardFacts = {},
): { readonly json: ModelCard; readonly markdown: string } {
  const { schema, algorithm, parameters, metrics, classes } = artifact;
  const withoutLimits = {
    format: 'weir-model-card',
    formatVersion: 1,
    model: {
      schema,
      algorithm,
      parameters,
      engine: facts.engine ?? 'weir',
      terms: cardTerms(artifact),
      bytes: facts.bytes ?? null,
      sha256: facts.sha256 ?? null,
    },
    data: dataOf(artifact, facts),
    splits: {
      grouped: splitOf('distinct', metrics, classes, keptTogether(facts)),
      plain: splitOf('stratified', metrics, classes, 'nothing: copies of a row may stand on both sides'),
    },
    crossValidation: crossValidationOf(artifact),
    calibration: cardCalibration(artifact),
    thresholds: thresholdsOf(artifact),
    curves: facts.curves ?? null,
    evasion: evasionOf(metrics),
    leaks: facts.leaks ?? null,
    feedback: facts.feedback ?? null,
    importance: importanceOf(artifact),
    candidates: {
      tried: (facts.candidates ?? artifact.candidates).length,
      best: bestOfEach(facts.candidates ?? artifact.candidates),
    },
    lineage: artifact.lineage,
  } as const;
  const json: ModelCard = { ...withoutLimits, limits: [...limitsOf(withoutLimits), ...(facts.limits ?? [])] };
  return { json, markdown: cardMarkdown(json) };
}

function keptTogether({ groupedBy }: CardFacts): string {
  return groupedBy ?? 'rows that are alike';
}
