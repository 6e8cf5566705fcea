import { type ReactElement, useId } from 'react';
import type { Scope } from '../../api/index.js';
import { SCOPE_WORDS, SCOPES } from './key-draft.js';

export interface ScopeChoicesProps {
  readonly chosen: readonly Scope[];
  /** Nothing else can be chosen. */
  readonly isFixed: boolean;
  readonly error: string | undefined;
  readonly onChange: (scopes: readonly Scope[]) => void;
}

/** What a key may do; `admin` includes the others. */
export function ScopeChoices({ chosen, isFixed, error, onChange }: ScopeChoicesProps): ReactElement {
  const id = useId();
  const hasAll = chosen.includes('admin');
  const toggle = (scope: Scope, isChosen: boolean): void =>
    onChange(isChosen ? [...chosen, scope] : chosen.filter((each) => each !== scope));
  return (
    <fieldset className="choices" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend>It may</legend>
      {SCOPES.map((scope) => (
        <div className="choice" key={scope}>
          <input
            type="checkbox"
            id={`${id}-${scope}`}
            checked={hasAll || chosen.includes(scope)}
            disabled={isFixed || (hasAll && scope !== 'admin')}
            onChange={({ target }) => toggle(scope, target.checked)}
          />
          <label htmlFor={`${id}-${scope}`}>
            <code>{scope}</code> <span className="quiet">{SCOPE_WORDS[scope]}</span>
          </label>
        </div>
      ))}
      {error === undefined ? null : (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
