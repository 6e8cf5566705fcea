import { type ReactElement, useId } from 'react';
import { Field } from '../components/index.js';
import { ALGORITHMS, type RunDraft, STRATEGIES, type Strategy } from './run-order.js';
import type { DraftProps } from './start-run.js';

const STRATEGY_WORDS: Readonly<Record<Strategy, string>> = {
  grid: 'Grid: all combinations',
  random: 'Random: some of them',
  halving: 'Halving: the best go on',
};

/** How the best model is looked for; what is left alone is as Weir has it. */
export function SearchFields(props: DraftProps): ReactElement {
  const { draft, onChange } = props;
  return (
    <>
      <details className="options">
        <summary>Search options</summary>
        <div className="stack options-body">
          <Algorithms {...props} />
          <div className="grid-halves">
            <Field label="Strategy">
              {(control) => (
                <select
                  {...control}
                  className="input"
                  value={draft.strategy}
                  onChange={({ target }) => onChange({ strategy: target.value as Strategy })}
                >
                  {STRATEGIES.map((each) => (
                    <option key={each} value={each}>
                      {STRATEGY_WORDS[each]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            {draft.strategy === 'grid' ? null : (
              <WholeNumber {...props} name="candidates" label="Combinations of each algorithm" />
            )}
            <WholeNumber {...props} name="folds" label="Folds of the cross-validation" />
            <WholeNumber {...props} name="seed" label="Seed" help="The same seed gives the same model." />
          </div>
        </div>
      </details>
      <Leaks {...props} />
    </>
  );
}

function Algorithms({ draft, onChange }: DraftProps): ReactElement {
  const { algorithms } = draft;
  return (
    <fieldset className="choices">
      <legend>Algorithms</legend>
      <p className="quiet">All of them where none is chosen.</p>
      <div className="row">
        {ALGORITHMS.map((name) => (
          <Choice
            key={name}
            label={name}
            isChecked={algorithms.includes(name)}
            onChange={(isChecked) =>
              onChange({
                algorithms: isChecked ? [...algorithms, name] : algorithms.filter((each) => each !== name),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function Choice({
  label,
  isChecked,
  onChange,
}: {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className="choice">
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

function Leaks({ draft, onChange }: DraftProps): ReactElement {
  return (
    <div>
      <Choice
        label="Train in spite of leaks"
        isChecked={draft.acceptsLeaks}
        onChange={(acceptsLeaks) => onChange({ acceptsLeaks })}
      />
      <p className="quiet">
        Where one simple rule predicts the label, such as a column that only one class has, training refuses:
        the model would learn how the data was collected, not what phishing is. With this it trains all the
        same, and the model carries a mark.
      </p>
    </div>
  );
}

interface WholeNumberProps extends DraftProps {
  readonly name: keyof Pick<RunDraft, 'candidates' | 'folds' | 'seed'>;
  readonly label: string;
  readonly help?: string;
}

function WholeNumber({ draft, faults, onChange, name, label, help }: WholeNumberProps): ReactElement {
  return (
    <Field label={label} error={faults[name]} {...(help === undefined ? {} : { help })}>
      {(control) => (
        <input
          {...control}
          className="input"
          inputMode="numeric"
          placeholder="as Weir has it"
          value={draft[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
    </Field>
  );
}
