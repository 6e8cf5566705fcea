import type { Delivery } from '../options.js';
import { count, type Judgement } from './evidence.js';

/** A record of `urls.submitted` or `urls.rejected`: where it was submitted, and its bytes. */
export interface RawRecord {
  readonly partition: number;
  readonly offset: bigint;
  /** The bytes, as text of one character each. */
  readonly bytes: string;
}

/** `urls.rejected` holds the malformed records, byte for byte with their place, and nothing else. */
export function judgeRejected(
  malformed: readonly RawRecord[],
  rejected: readonly RawRecord[],
  delivery: Delivery,
): Judgement {
  const place = ({ partition, offset }: RawRecord) => `urls.submitted ${partition}/${offset}`;
  const seen = new Map<string, RawRecord[]>();
  for (const record of rejected) seen.set(place(record), [...(seen.get(place(record)) ?? []), record]);
  const faults: string[] = [];
  for (const record of malformed) {
    const found = seen.get(place(record)) ?? [];
    seen.delete(place(record));
    if (found.length === 0) faults.push(`${place(record)}: malformed, and not in urls.rejected`);
    else if (found.some(({ bytes }) => bytes !== record.bytes)) faults.push(`${place(record)}: other bytes`);
    else if (found.length > 1 && delivery === 'exactly-once')
      faults.push(`${place(record)}: rejected ${found.length} times`);
  }
  for (const strange of seen.keys()) faults.push(`${strange}: rejected, and it is well formed`);
  return {
    what: 'malformed records in urls.rejected',
    expected: count(malformed.length) + (delivery === 'exactly-once' ? '' : ' or more'),
    found: count(rejected.length),
    faults,
  };
}
