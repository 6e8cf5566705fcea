import type { AcceptedRecord } from '../classification/batch-reading.js';
import { isWithin, shareHash } from './share.js';

/** Salts, so that the two shares are chosen independently. */
const BY_ID = 0x5ade;
const BY_KEY = 0xca9a;

export interface Shares {
  /** Of the records, by their ids. */
  readonly shadow: number;
  /** Of the verdicts' keys, the registrable domains. */
  readonly canary: number;
}

/** Rows of a batch that the challenger is to score, ascending. */
export interface ChosenRecords {
  readonly shadow: readonly number[];
  /** Rows it answers itself, with their keys' hashes. */
  readonly canary: ReadonlyMap<number, number>;
}

/** Who is in the shares: a replay chooses the same, and one key is always in or always out. */
export function chooseRecords(accepted: readonly AcceptedRecord[], shares: Shares): ChosenRecords {
  const shadow: number[] = [];
  const canary = new Map<number, number>();
  for (const [row, { id, site }] of accepted.entries()) {
    if (shares.shadow > 0 && isWithin(shareHash(id, BY_ID), shares.shadow)) shadow.push(row);
    if (shares.canary === 0) continue;
    const hash = shareHash(site.registrableDomain, BY_KEY);
    if (isWithin(hash, shares.canary)) canary.set(row, hash);
  }
  return { shadow, canary };
}
