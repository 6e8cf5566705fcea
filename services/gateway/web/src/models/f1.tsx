import type { ReactElement } from 'react';
import { figure, figureOf, intervalText, type Metrics, type Split } from './figures.js';

export interface FigureTextProps {
  readonly metrics: Metrics;
  readonly split?: Split;
  readonly name: string;
}

/** A figure with its interval beneath. */
export function FigureText({ metrics, split = 'grouped', name }: FigureTextProps): ReactElement {
  const found = figureOf(metrics, split, name);
  if (found === null) return <>–</>;
  return (
    <span className="figures figure-text">
      {figure(found.value)}
      {found.interval === null ? null : <span className="quiet">{intervalText(found.interval)}</span>}
    </span>
  );
}

/** What versions are promoted on. */
export function F1({ metrics }: { readonly metrics: Metrics }): ReactElement {
  return <FigureText metrics={metrics} name="f1" />;
}
