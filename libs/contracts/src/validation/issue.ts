import type { ValidationError } from 'class-validator';

/** One problem with a piece of data: problems with data are data. */
export interface Issue {
  /** The rule that is broken, as class-validator names it: `isInt`, `whitelistValidation`. */
  readonly code: string;
  /** Where, dotted: `label.classes.0.name`. Empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** class-validator's tree of errors as a flat list. */
export function flattenIssues(errors: readonly ValidationError[], parent = ''): Issue[] {
  return errors.flatMap((error) => {
    const path = parent === '' ? error.property : `${parent}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({ code, path, message }));
    return [...own, ...flattenIssues(error.children ?? [], path)];
  });
}
