import { count, type Judgement, placeOf, type SeenVerdict, type SubmittedUrl } from './evidence.js';

/** Every verdict on an id is on the URL that was submitted under it, and lies under that URL's key in one partition. */
export function judgeIdentity(input: readonly SubmittedUrl[], verdicts: readonly SeenVerdict[]): Judgement {
  const submitted = new Map(input.map((record) => [record.id, record]));
  const partitions = new Map<string, number>();
  const faults: string[] = [];
  for (const verdict of verdicts) {
    const { id, url, key, partition } = verdict;
    const record = submitted.get(id);
    if (record === undefined) continue;
    const home = partitions.get(key) ?? partition;
    partitions.set(key, home);
    if (url !== record.url)
      faults.push(`${id}: the verdict at ${placeOf(verdict)} is on another URL, ${url}`);
    else if (key !== record.key) faults.push(`${id}: the verdict's key is ${key}, not ${record.key}`);
    else if (partition !== home) faults.push(`${id}: ${key} is in partition ${partition} and in ${home}`);
  }
  return {
    what: 'verdicts on the URL of their id',
    expected: count(verdicts.length),
    found: count(verdicts.length - faults.length),
    faults,
  };
}
