import type { Delivery } from '../options.js';
import { byId, count, type Judgement, placeOf, type SeenVerdict, type SubmittedUrl } from './evidence.js';

/** Exactly once: as many verdicts on an id as records that submitted it. At least once: more are counted, no fault. */
export function judgeMultiplicity(
  input: readonly SubmittedUrl[],
  verdicts: readonly SeenVerdict[],
  delivery: Delivery,
): Judgement {
  const submitted = new Map<string, number>();
  for (const { id } of input) submitted.set(id, (submitted.get(id) ?? 0) + 1);
  let more = 0;
  const faults: string[] = [];
  for (const [id, seen] of byId(verdicts)) {
    const surplus = seen.length - (submitted.get(id) ?? 0);
    if (surplus <= 0) continue;
    more += surplus;
    if (delivery === 'exactly-once')
      faults.push(`${id}: ${seen.length} verdicts, at ${seen.map(placeOf).join(', ')}`);
  }
  return {
    what: 'verdicts beyond one for each id',
    expected: delivery === 'exactly-once' ? '0' : 'any number',
    found: count(more),
    faults,
  };
}
