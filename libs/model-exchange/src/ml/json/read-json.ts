import { ExchangeError } from '../../errors.js';

export function fault(detail: string): ExchangeError {
  return new ExchangeError('EXCHANGE_ML_JSON', detail);
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function objectAt(value: unknown, place: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw fault(`${place} is no object`);
  return value as JsonObject;
}

export function listAt(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw fault(`${place} is no list`);
  return value;
}

export function numberAt(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw fault(`${place} is no number`);
  return value;
}

/** A whole number of at least 0. */
export function indexAt(value: unknown, place: string): number {
  if (!Number.isSafeInteger(value) || Number(value) < 0) throw fault(`${place} is no index`);
  return Number(value);
}
