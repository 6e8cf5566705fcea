import type { ReactElement } from 'react';

/** `97.3 %`, and no certainty that nobody has. */
export function percent(share: number): string {
  if (share < 0.001) return 'under 0.1 %';
  return share > 0.999 ? 'over 99.9 %' : `${(100 * share).toFixed(1)} %`;
}

export function Percent({ value }: { readonly value: number }): ReactElement {
  return <span className="figures">{percent(value)}</span>;
}

const WHOLE = new Intl.NumberFormat('en-GB');

/** `11,055`. */
export function count(value: number): string {
  return WHOLE.format(value);
}
