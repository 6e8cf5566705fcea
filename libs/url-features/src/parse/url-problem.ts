/** Why a text is not a URL that can be judged. Codes are stable: clients and metrics use them. */
export const URL_PROBLEM_MESSAGES = {
  empty: 'the URL is empty',
  tooLong: 'the URL is longer than 65,536 characters',
  whitespace: 'the URL contains white space: encode it as %20, or send one URL at a time',
  controlCharacter: 'the URL contains a control character',
  unsupportedScheme: 'only http and https URLs are judged',
  malformed: 'the text is not a URL by the WHATWG URL Standard',
  invalidHost: 'the host is not a name that DNS can hold, nor an IP address',
} as const;

export type UrlProblemCode = keyof typeof URL_PROBLEM_MESSAGES;

/** A problem with a URL is data, never a throw. */
export interface UrlProblem {
  readonly kind: 'problem';
  readonly code: UrlProblemCode;
  readonly message: string;
}

export function urlProblem(code: UrlProblemCode): UrlProblem {
  return { kind: 'problem', code, message: URL_PROBLEM_MESSAGES[code] };
}

export function isUrlProblem(value: { readonly kind: string }): value is UrlProblem {
  return value.kind === 'problem';
}
