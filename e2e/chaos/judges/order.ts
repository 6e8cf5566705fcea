import type { Delivery } from '../options.js';
import { count, type Judgement, placeOf, type SeenVerdict, type SubmittedUrl } from './evidence.js';

/**
 * The records of a key lie in one partition of `urls.submitted`, and their verdicts in one of `urls.verdicts`: there
 * they stand in the same order. At least once, what is repeated stands behind; the first verdict on each id counts.
 */
export function judgeOrder(
  input: readonly SubmittedUrl[],
  verdicts: readonly SeenVerdict[],
  delivery: Delivery,
): Judgement {
  const submitted = new Map(input.map((record) => [record.id, record]));
  const last = new Map<string, SubmittedUrl>();
  const judged = new Set<string>();
  const faults: string[] = [];
  for (const verdict of verdicts.toSorted(byPosition)) {
    const record = submitted.get(verdict.id);
    if (record === undefined || (delivery === 'at-least-once' && judged.has(verdict.id))) continue;
    judged.add(verdict.id);
    const before = last.get(record.key);
    if (before === undefined || before.offset <= record.offset) last.set(record.key, record);
    else
      faults.push(
        `${record.id} (${record.key}, submitted at ${placeOf(record)}): its verdict at ${placeOf(verdict)} stands ` +
          `behind that of ${before.id}, submitted later at ${placeOf(before)}`,
      );
  }
  return {
    what: `keys in order${delivery === 'at-least-once' ? ', first verdicts' : ''}`,
    expected: `${count(last.size)} keys`,
    found: faults.length === 0 ? 'in order' : `${count(faults.length)} out of order`,
    faults,
  };
}

function byPosition(a: SeenVerdict, b: SeenVerdict): number {
  return a.partition - b.partition || (a.offset < b.offset ? -1 : a.offset > b.offset ? 1 : 0);
}
