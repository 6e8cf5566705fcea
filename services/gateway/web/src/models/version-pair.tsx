import { type FormEvent, type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { Button, Field } from '../components/index.js';
import { comparePath } from '../routing/paths.js';

export interface VersionPairProps {
  readonly name: string;
  readonly versions: readonly {
    readonly version: number;
    readonly algorithm: string;
    readonly aliases: readonly string[];
  }[];
  readonly a: number | undefined;
  readonly b: number | undefined;
}

/** Two versions to be chosen, and the way to their comparison. */
export function VersionPair({ name, versions, a, b }: VersionPairProps): ReactElement {
  const [chosen, setChosen] = useState({ a: a ?? versions[1]?.version, b: b ?? versions[0]?.version });
  const [, navigate] = useLocation();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    navigate(comparePath(name, chosen.a, chosen.b));
  };
  const field = (side: 'a' | 'b', label: string): ReactElement => (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={chosen[side]}
          onChange={({ target }) => setChosen({ ...chosen, [side]: Number(target.value) })}
        >
          {versions.map(({ version, algorithm, aliases }) => (
            <option key={version} value={version}>
              {[`Version ${version}`, algorithm, ...aliases].join(' · ')}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <form className="version-pair" onSubmit={submit}>
      {field('a', 'A')}
      {field('b', 'B')}
      <Button type="submit" variant="primary">
        Compare
      </Button>
    </form>
  );
}
