/** What reading a text took. */
export interface StringWork {
  /** Characters looked at or copied by methods of strings. */
  readonly steps: number;
  /** Sources of the regular expressions that were run. */
  readonly patterns: ReadonlySet<string>;
}

type Method = (this: string, ...args: never[]) => unknown;

/** Methods of a string, each with the characters that a call of it goes over. */
const COSTS: Record<string, (text: string, args: readonly unknown[], result: unknown) => number> = {
  charCodeAt: () => 1,
  codePointAt: () => 1,
  at: () => 1,
  indexOf: (text, [, from = 0], result) => searched(text.length, Number(from), Number(result)),
  includes: (text, [, from = 0]) => Math.max(1, text.length - Number(from)),
  lastIndexOf: (text, _, result) => text.length - Number(result),
  startsWith: (_, [wanted]) => String(wanted).length,
  endsWith: (_, [wanted]) => String(wanted).length,
  slice: (_, __, result) => 1 + String(result).length,
  substring: (_, __, result) => 1 + String(result).length,
  split: (text) => text.length,
  toLowerCase: (text) => text.length,
  toUpperCase: (text) => text.length,
  normalize: (text) => text.length,
  replaceAll: (text) => text.length,
  replace: (text) => text.length,
  trim: (text) => text.length,
  padStart: (text) => text.length,
  repeat: (_, __, result) => String(result).length,
};

function searched(length: number, from: number, found: number): number {
  return 1 + (found < 0 ? Math.max(0, length - from) : found - from);
}

/**
 * Runs `task` and counts what it does to strings. Unlike seconds, the counts are the same each time and on every machine.
 * What the engine does itself (the WHATWG parser, maps, concatenation) is not seen.
 */
export function countWork(task: () => void): StringWork {
  let steps = 0;
  const patterns = new Set<string>();
  const restore = Object.entries(COSTS).map(([name, cost]) =>
    wrap(String.prototype, name, (text, args, result) => {
      steps += cost(String(text), args, result);
    }),
  );
  restore.push(
    wrap(RegExp.prototype, 'exec', (pattern) => {
      patterns.add((pattern as RegExp).source);
    }),
  );
  try {
    task();
  } finally {
    for (const each of restore) each();
  }
  return { steps, patterns };
}

/** Puts a method before another; the result takes it away again. */
function wrap(
  prototype: object,
  name: string,
  after: (self: unknown, args: readonly unknown[], result: unknown) => void,
): () => void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
  const original = descriptor.value as Method;
  const counted = function (this: string, ...args: never[]): unknown {
    const result = original.apply(this, args);
    after(this, args, result);
    return result;
  };
  Object.defineProperty(prototype, name, { ...descriptor, value: counted });
  return () => {
    Object.defineProperty(prototype, name, descriptor);
  };
}
