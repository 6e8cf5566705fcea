import { FIGURE_NAMES, type FigureName } from '../metrics/figures.js';

export type Metrics = Readonly<Record<string, number>>;

/** A figure with its 95 % bootstrap interval; null what could not be told. */
export interface CardFigure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A test on rows held out of training. */
export interface CardSplit {
  readonly rows: number;
  /** What stood on one side of it together. */
  readonly keptTogether: string;
  readonly figures: Readonly<Record<FigureName, CardFigure>>;
  /** Row = true class, column = predicted; empty where it was not recorded. */
  readonly confusion: readonly (readonly number[])[];
}

/** The figures that stand in an artifact's metrics under this split's name, or null. */
export function splitOf(
  split: string,
  metrics: Metrics,
  classes: readonly string[],
  keptTogether: string,
): CardSplit | null {
  const rows = metrics[`${split}.rows`];
  if (rows === undefined) return null;
  const isRecorded = metrics[`${split}.confusion.0.0`] !== undefined;
  const figure = (name: FigureName): CardFigure => ({
    value: metrics[`${split}.${name}`] ?? null,
    low: metrics[`${split}.${name}Low`] ?? null,
    high: metrics[`${split}.${name}High`] ?? null,
  });
  return {
    rows,
    keptTogether,
    figures: Object.fromEntries(FIGURE_NAMES.map((name) => [name, figure(name)])) as CardSplit['figures'],
    confusion: isRecorded
      ? classes.map((_, label) =>
          classes.map((__, predicted) => metrics[`${split}.confusion.${label}.${predicted}`] ?? 0),
        )
      : [],
  };
}
