import { FIGURE_WORDS, figureOf, type Metrics, standingOf } from './figures.js';

/** A figure in which a version would fall behind the one it replaces. */
export interface WorseFigure {
  /** In words. */
  readonly name: string;
  readonly value: number;
  readonly before: number;
  /** Another test could have put either version first: the 95 % intervals overlap. */
  readonly isWithinNoise: boolean;
}

/** What versions are promoted on, and what they find at the share of false positives that verdicts keep to. */
const DECIDING = ['f1', 'recallAtFpr1In100'];

/** Where a version is worse than the champion, held out by group; figures that either lacks are left out. */
export function worseFigures(version: Metrics, champion: Metrics): WorseFigure[] {
  return DECIDING.flatMap((metric) => {
    const [now, before] = [figureOf(version, 'grouped', metric), figureOf(champion, 'grouped', metric)];
    if (now === null || before === null || now.value >= before.value) return [];
    const standing = standingOf({
      metric,
      split: 'grouped',
      a: before.value,
      b: now.value,
      difference: now.value - before.value,
      ...(before.interval === null || now.interval === null
        ? {}
        : { interval: { a: before.interval, b: now.interval } }),
    });
    if (standing === 'the same') return [];
    return [
      {
        name: FIGURE_WORDS[metric] ?? metric,
        value: now.value,
        before: before.value,
        isWithinNoise: standing === 'within noise',
      },
    ];
  });
}
