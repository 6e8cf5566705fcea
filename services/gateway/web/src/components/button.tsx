import type { ComponentProps, ReactElement } from 'react';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: what the view is for; `plain`: the rest; `danger`: what takes something away; `quiet`: beside text. */
  readonly variant?: 'primary' | 'plain' | 'danger' | 'quiet';
  /** Something is under way: told to screen readers, and not pressed twice. */
  readonly busy?: boolean;
}

export function Button({
  variant = 'plain',
  busy = false,
  disabled,
  className = '',
  type = 'button',
  ...rest
}: ButtonProps): ReactElement {
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${variant} ${className}`}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
    />
  );
}
