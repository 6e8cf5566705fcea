/**
 * Member names as MongoDB and its kin all take them: some refuse a dot in a name, and in a query a dot is a path.
 * `.` and `%` are percent-encoded (`distinct.f1` → `distinct%2Ef1`); indexed members have neither, so they stay as they are.
 */
export function encodeNames<T>(value: T): T {
  return renamed(value, (name) => name.replaceAll('%', '%25').replaceAll('.', '%2E')) as T;
}

/** The names as they were given to {@link encodeNames}. */
export function decodeNames<T>(value: T): T {
  return renamed(value, (name) => name.replaceAll('%2E', '.').replaceAll('%25', '%')) as T;
}

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [rename(name), renamed(each, rename)]),
  );
}
