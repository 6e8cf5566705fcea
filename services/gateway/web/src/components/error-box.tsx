import type { ReactElement } from 'react';
import { tell } from '../api/problem.js';
import { Button } from './button.js';
import { Icon } from './icon.js';

export interface ErrorBoxProps {
  readonly error: unknown;
  /** Asks again. */
  readonly onRetry?: (() => void) | undefined;
  /** It is being asked again, by hand or by itself. */
  readonly isRetrying?: boolean;
}

/** What went wrong, what to do, and the way to try again. */
export function ErrorBox({ error, onRetry, isRetrying = false }: ErrorBoxProps): ReactElement {
  const { title, detail, points, passes, code, requestId } = tell(error);
  return (
    <div className="notice tone-malicious" role="alert">
      <Icon name="warning" />
      <div className="stack-small">
        <p className="notice-title">{title}</p>
        <p>{detail}</p>
        {points.length === 0 ? null : (
          <ul>
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        )}
        {isRetrying && passes ? <p>Trying again by itself…</p> : null}
        {onRetry === undefined ? null : (
          <Button busy={isRetrying} onClick={onRetry}>
            Try again
          </Button>
        )}
        {code === undefined ? null : (
          <p className="quiet">
            {code}
            {requestId === undefined ? '' : ` · request ${requestId}`}
          </p>
        )}
      </div>
    </div>
  );
}
