import { type Command, InvalidArgumentError } from 'commander';

export interface ListOptions {
  readonly schema?: string;
  readonly limit: number;
}

const DEFAULT_LIMIT = 20;

/** `--schema` and `--limit`, for lists. */
export function withListOptions(command: Command): Command {
  return command
    .option('--schema <name>', 'only of this feature schema')
    .option('--limit <number>', 'at most so many', wholeNumber, DEFAULT_LIMIT);
}

/** An option's whole number from 1; what is none is a usage error. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

/** An option's number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
}

/** An option that holds a JSON object. */
export function jsonObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new InvalidArgumentError('It must be a JSON object.');
}
