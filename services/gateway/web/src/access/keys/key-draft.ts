import type { Scope } from '../../api/index.js';
import { endOfDay } from '../../lists/list-entries.js';
import type { NewKey } from './keys.js';

/** What stands in the form. */
export interface KeyDraft {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** `2030-01-31`: the last day on which it counts; empty: for ever. */
  readonly until: string;
}

export interface DraftFaults {
  readonly name?: string;
  readonly scopes?: string;
  readonly until?: string;
}

export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  predict: 'check URLs and score files',
  read: 'see verdicts, models, data, runs and lists',
  publish: 'put URLs into the stream, correct verdicts',
  train: 'upload data and start runs',
  admin: 'all of these; promote, list, make keys',
};
export const SCOPES = Object.keys(SCOPE_WORDS) as Scope[];

export const EMPTY_DRAFT: KeyDraft = { name: '', scopes: ['predict', 'read'], until: '' };

/** As the gateway takes names: they stand in its headers and logs. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9 ._@:+/-]{0,99}$/;
const NAME_RULE =
  'Up to 100 ASCII letters, digits, spaces and ._@:+/-, of which a letter or digit comes first';

/** What the gateway would refuse, before it is asked. `today`: as `2030-01-31`. */
export function faultsOf({ name, scopes, until }: KeyDraft, today: string): DraftFaults {
  return {
    ...nameFault(name.trim()),
    ...(scopes.length === 0 ? { scopes: 'Choose what it may do' } : {}),
    ...(until !== '' && until < today ? { until: 'That day is over' } : {}),
  };
}

function nameFault(name: string): Pick<DraftFaults, 'name'> {
  if (name === '') return { name: 'Say whose key it is' };
  return NAME.test(name) ? {} : { name: NAME_RULE };
}

/** The first key has `admin` and no end: with anything less nobody could make the second one. */
export function newKeyOf({ name, scopes, until }: KeyDraft, isFirst: boolean): NewKey {
  if (isFirst) return { name: name.trim(), scopes: ['admin'] };
  const chosen: readonly Scope[] = scopes.includes('admin') ? ['admin'] : scopes;
  return { name: name.trim(), scopes: chosen, ...(until === '' ? {} : { expiresAt: endOfDay(until) }) };
}
