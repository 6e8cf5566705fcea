import { FIGURE_NAMES } from '@weir/learning';
import type { VersionView } from './model-views.js';

/** Names under which an artifact keeps the two tests: `grouped` has the honest figures. */
const SPLITS = [
  ['grouped', 'distinct'],
  ['plain', 'stratified'],
] as const;

export type Interval = readonly [low: number, high: number];

/** One figure of both versions; `difference` is b less a. Null where a version does not have it. */
export interface ComparedMetric {
  readonly metric: string;
  readonly split: (typeof SPLITS)[number][0];
  readonly a: number | null;
  readonly b: number | null;
  readonly difference: number | null;
  /** 95 % bootstrap intervals, where both have one. */
  readonly interval?: { readonly a: Interval; readonly b: Interval };
}

export interface ComparedParameter {
  readonly parameter: string;
  readonly a: unknown;
  readonly b: unknown;
}

export interface ComparedImportance {
  readonly feature: string;
  readonly a: number | null;
  readonly b: number | null;
}

/** Figures that a version has in either test, in the order of the card. */
export function comparedMetrics(a: VersionView, b: VersionView): ComparedMetric[] {
  return SPLITS.flatMap(([split, prefix]) =>
    [...FIGURE_NAMES, 'expectedCalibrationError'].flatMap((metric) => {
      const name = `${prefix}.${metric}`;
      const [first, second] = [a, b].map(({ metrics }) => metrics[name] ?? null) as [Figure, Figure];
      if (first === null && second === null) return [];
      const [low, high] = [intervalOf(a, name), intervalOf(b, name)];
      return {
        metric,
        split,
        a: first,
        b: second,
        difference: first === null || second === null ? null : second - first,
        ...(low === null || high === null ? {} : { interval: { a: low, b: high } }),
      };
    }),
  );
}

type Figure = number | null;

function intervalOf({ metrics }: VersionView, name: string): Interval | null {
  const [low, high] = [metrics[`${name}Low`], metrics[`${name}High`]];
  return low === undefined || high === undefined ? null : [low, high];
}

/** Every parameter of either, those that differ first. */
export function comparedParameters(a: VersionView, b: VersionView): ComparedParameter[] {
  const names = [...new Set([...Object.keys(a.parameters), ...Object.keys(b.parameters)])].sort();
  const compared = ['algorithm', ...names].map((parameter) => ({
    parameter,
    a: parameterOf(a, parameter),
    b: parameterOf(b, parameter),
  }));
  return compared.sort((first, second) => Number(differs(second)) - Number(differs(first)));
}

function parameterOf({ algorithm, parameters }: VersionView, name: string): unknown {
  return name === 'algorithm' ? algorithm : (parameters[name] ?? null);
}

function differs({ a, b }: ComparedParameter): boolean {
  return a !== b;
}

/** Features that either rests on, the largest share of either first; null what an entry does not name. */
export function comparedImportance(a: VersionView, b: VersionView): ComparedImportance[] {
  const [before, after] = [a, b].map(
    ({ importance }) => new Map(importance.map((each) => [each.feature, each.importance])),
  ) as [Map<string, number>, Map<string, number>];
  const features = [...new Set([...before.keys(), ...after.keys()])];
  const largest = (feature: string) => Math.max(before.get(feature) ?? 0, after.get(feature) ?? 0);
  return features
    .sort((first, second) => largest(second) - largest(first))
    .map((feature) => ({
      feature,
      a: before.get(feature) ?? null,
      b: after.get(feature) ?? null,
    }));
}
