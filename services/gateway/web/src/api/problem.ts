import { WeirApiError, WeirConnectionError } from '@weir/client';
import { shownMessage } from '../components/url-text.js';

/** What went wrong, for people. */
export interface Told {
  readonly title: string;
  readonly detail: string;
  /** Field by field, or row by row. */
  readonly points: readonly string[];
  /** Whether it may be otherwise in a moment. */
  readonly passes: boolean;
  readonly code?: string;
  readonly requestId?: string;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Weir could not use that',
  401: 'You are not signed in',
  403: 'Your key does not allow that',
  404: 'That is not there',
  409: 'That is not possible now',
  412: 'Somebody changed it meanwhile',
  413: 'That is too large',
  415: 'Weir does not read files of this kind',
  422: 'The data cannot be read as it is',
  429: 'Too many requests',
};
const LATER: readonly number[] = [429, 502, 503, 504];
const MOST_POINTS = 8;

/** Whether asking again, later and unchanged, can help. */
export function passes(error: unknown): boolean {
  if (error instanceof WeirConnectionError) return true;
  return error instanceof WeirApiError && LATER.includes(error.status);
}

export function tell(error: unknown): Told {
  if (error instanceof WeirConnectionError) {
    return {
      title: 'Weir cannot be reached',
      detail: 'Check that it still runs and that you are connected to it.',
      points: [],
      passes: true,
    };
  }
  if (error instanceof WeirApiError) return tellProblem(error);
  const detail = error instanceof Error ? error.message : String(error);
  return { title: 'Something went wrong', detail: shownMessage(detail), points: [], passes: false };
}

function tellProblem(error: WeirApiError): Told {
  const { status, code, detail, errors, requestId } = error;
  const points = errors.map(({ path, message }) =>
    shownMessage(path === '' || message.startsWith(path) ? message : `${path}: ${message}`),
  );
  const more = points.length > MOST_POINTS ? [`and ${points.length - MOST_POINTS} more`] : [];
  return {
    title: TITLES[status] ?? (code === 'WEIR_MODEL_MISSING' ? 'There is no model yet' : titleOf(status)),
    detail: shownMessage(detail),
    points: [...points.slice(0, MOST_POINTS), ...more],
    passes: passes(error),
    code,
    ...(requestId === undefined ? {} : { requestId }),
  };
}

function titleOf(status: number): string {
  return LATER.includes(status) ? 'Weir’s classifier is away' : 'Weir failed';
}
