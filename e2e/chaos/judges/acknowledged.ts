import { count, type Judgement } from './evidence.js';

/** What the producer was told is written stands in `urls.submitted`: what is lost before is not Weir's to find. */
export function judgeAcknowledged(acknowledged: ReadonlySet<string>, input: ReadonlySet<string>): Judgement {
  const missing = [...acknowledged].filter((id) => !input.has(id));
  return {
    what: 'acknowledged, and in urls.submitted',
    expected: count(acknowledged.size),
    found: count(acknowledged.size - missing.length),
    faults: missing.map((id) => `${id}: acknowledged, and not in the topic`),
  };
}
