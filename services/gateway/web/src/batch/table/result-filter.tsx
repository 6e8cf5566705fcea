import type { ReactElement } from 'react';
import { count, Field, Icon, VERDICT_ICONS, VERDICT_WORDS } from '../../components/index.js';
import { ROW_CLASSES, type RowClass, type RowFilter } from '../rows/visible-rows.js';

export interface ResultFilterProps {
  readonly filter: RowFilter;
  readonly counts: Readonly<Record<RowClass, number>>;
  readonly onChange: (part: Partial<RowFilter>) => void;
}

/** Counts by verdict that are switches as well, and a search. */
export function ResultFilter({ filter, counts, onChange }: ResultFilterProps): ReactElement {
  const toggle = (each: RowClass): void => {
    const classes = new Set(filter.classes);
    if (!classes.delete(each)) classes.add(each);
    onChange({ classes });
  };
  return (
    <div className="result-filter">
      <fieldset className="chips">
        <legend className="seen-by-none">Show only</legend>
        {ROW_CLASSES.map((each) => (
          <button
            key={each}
            type="button"
            className={`chip tone-${each === 'none' ? 'neutral' : each}`}
            aria-pressed={filter.classes.has(each)}
            disabled={counts[each] === 0}
            onClick={() => toggle(each)}
          >
            <Icon name={each === 'none' ? 'info' : VERDICT_ICONS[each]} />
            <span className="chip-count figures">{count(counts[each])}</span>
            {each === 'none' ? 'No verdict' : VERDICT_WORDS[each]}
          </button>
        ))}
      </fieldset>
      <Field label="Search">
        {(control) => (
          <input
            {...control}
            type="search"
            className="input"
            value={filter.search}
            onChange={({ target }) => onChange({ search: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
