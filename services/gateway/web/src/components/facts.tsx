import type { ReactElement, ReactNode } from 'react';

/** A name and what it is; left out where it is null. */
export type Fact = readonly [name: string, value: ReactNode];

/** Properties of one thing, by name. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className="facts">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
