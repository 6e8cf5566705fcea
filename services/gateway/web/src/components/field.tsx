import { type ReactElement, type ReactNode, useId } from 'react';

/** To be spread over the control: it ties label, help and error to it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

export interface FieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly className?: string;
  /** The control itself: `{(control) => <input {...control} className="input" />}`. */
  readonly children: (control: ControlProps) => ReactNode;
}

/** A label, its control, and what helps or went wrong. */
export function Field({ label, help, error, className = '', children }: FieldProps): ReactElement {
  const id = useId();
  const described = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`]
    .filter((each) => each !== '')
    .join(' ');
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(error === undefined ? {} : { 'aria-invalid': true as const }),
      })}
      {help === undefined ? null : (
        <p id={`${id}-help`} className="quiet">
          {help}
        </p>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
