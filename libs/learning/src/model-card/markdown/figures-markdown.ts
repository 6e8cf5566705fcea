import type { FigureName } from '../../metrics/figures.js';
import type { CardFigure, CardSplit } from '../card-split.js';
import type { ModelCard } from '../model-card.js';
import { count, decimal, percent, table } from './table.js';

const FIGURES: readonly (readonly [FigureName, string])[] = [
  ['f1', 'F1'],
  ['precision', 'precision'],
  ['recall', 'recall'],
  ['recallAtFpr1In100', 'recall at 1 % false positives'],
  ['recallAtFpr1In1000', 'recall at 0.1 % false positives'],
  ['accuracy', 'accuracy'],
  ['rocAuc', 'ROC-AUC'],
  ['prAuc', 'PR-AUC'],
  ['logLoss', 'log loss'],
  ['brier', 'Brier score'],
];

function withInterval({ value, low, high }: CardFigure): string {
  return low === null || high === null
    ? decimal(value)
    : `${decimal(value)} (${decimal(low)} – ${decimal(high)})`;
}

function confusionMarkdown({ confusion }: CardSplit, classes: readonly string[]): string {
  return table(
    ['true class', ...classes.map((name) => `called ${name}`)],
    confusion.map((row, label) => [classes[label] ?? '', ...row.map(count)]),
  );
}

/** How rows were held out, and how the model did on them. */
export function figuresMarkdown({ splits, data, crossValidation }: ModelCard): string {
  const named = [
    { name: 'held out by group', split: splits.grouped },
    { name: 'plain split', split: splits.plain },
  ].flatMap(({ name, split }) => (split === null ? [] : [{ name, split }]));
  const grouped = splits.grouped;
  return [
    `Positive class: ${data.positiveClass}. A fifth of the rows was held out before anything was chosen. Held out by group, kept together: ${grouped?.keptTogether ?? '–'}; these are the honest figures. The plain split, with copies of a row on both sides, is for comparison with published figures only. In brackets the 95 % bootstrap interval.`,
    'The model served is the chosen configuration fitted on all rows.',
    table(
      ['figure', ...named.map(({ name, split }) => `${name}, ${count(split.rows)} rows`)],
      FIGURES.map(([figure, title]) => [
        title,
        ...named.map(({ split }) => withInterval(split.figures[figure])),
      ]),
    ),
    ...(grouped === null || grouped.confusion.length === 0
      ? []
      : [confusionMarkdown(grouped, Object.keys(data.classes))]),
    ...(crossValidation === null
      ? []
      : [
          `Cross-validated on the rest, ${crossValidation.folds} folds: F1 ${decimal(crossValidation.f1)} ± ${decimal(crossValidation.standardDeviation)}.`,
        ]),
  ].join('\n\n');
}

/** Calibration, thresholds and evasion. */
export function decisionsMarkdown({ calibration, thresholds, evasion, data }: ModelCard): string {
  const { heldOutLogLoss: loss, expectedCalibrationError: error } = calibration;
  const offBy = error === null ? '' : ` Probabilities are off by ${percent(error)} on average.`;
  const compared =
    loss.platt === null
      ? ''
      : ` Log loss on rows it did not see: Platt ${decimal(loss.platt)}, isotonic ${decimal(loss.isotonic)}.`;
  return [
    `Calibrated by ${calibration.method === 'platt' ? 'Platt’s method' : 'isotonic regression'}, out of fold.${compared}${offBy}`,
    ...(calibration.reliability.length === 0
      ? []
      : [
          table(
            ['probability said', 'share that is positive', 'rows'],
            calibration.reliability.map(({ predicted, observed, rows }) => [
              decimal(predicted),
              decimal(observed),
              count(rows),
            ]),
          ),
        ]),
    table(
      ['verdict', 'from probability', 'false positives out of fold', 'recall out of fold'],
      thresholds.map(({ verdict, probability, falsePositiveRate, recall }) => [
        verdict,
        decimal(probability),
        percent(falsePositiveRate),
        percent(recall),
      ]),
    ),
    ...(evasion === null ? [] : [evasionMarkdown(evasion, data.positiveClass)]),
  ].join('\n\n');
}

function evasionMarkdown(evasion: NonNullable<ModelCard['evasion']>, positive: string): string {
  const { median, medianAtLeast, rows, shares, flips } = evasion;
  const flipped = flips.map(({ feature, share }) => `\`${feature}\` (${percent(share)})`).join(', ');
  const fewest =
    median === null
      ? `More than half of ${count(rows)} ${positive} rows that it finds could not be flipped.`
      : `Minimal evasion: half of ${count(rows)} ${positive} rows that it finds are called something else after ${median} changed features or fewer${medianAtLeast === median ? '' : ` (at least ${medianAtLeast ?? '–'})`}.`;
  return `${fewest} One change flips ${percent(shares[1])}, two ${percent(shares[2])}, three ${percent(shares[3])}, more ${percent(shares.more)}; ${percent(shares.none)} were not flipped.${flipped === '' ? '' : ` Most often changed: ${flipped}.`}`;
}
