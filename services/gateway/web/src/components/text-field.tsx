import type { ReactElement } from 'react';
import { Field } from './field.js';

export interface TextFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly maxLength: number;
  readonly autoComplete?: string;
  readonly onChange: (value: string) => void;
}

/** One line of free text: a reason, a name. */
export function TextField({ label, help, value, onChange, ...input }: TextFieldProps): ReactElement {
  return (
    <Field label={label} {...(help === undefined ? {} : { help })}>
      {(control) => (
        <input
          {...control}
          {...input}
          className="input"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
