import type { SeenVerdict, SubmittedUrl } from './evidence.js';

const KEYS = ['a.com', 'b.com', 'c.com'];

/** Twelve URLs of three keys, as two partitions of the topic hold them. */
export function exampleInput(): SubmittedUrl[] {
  return Array.from({ length: 12 }, (_, number) => {
    const key = KEYS[number % KEYS.length] as string;
    const partition = key === 'b.com' ? 1 : 0;
    return { id: `id-${number}`, url: `http://${key}/${number}`, key, partition, offset: BigInt(number) };
  });
}

/** A faultless run's verdict on each, in order; all by version 1, a second apart. */
export function exampleVerdicts(): SeenVerdict[] {
  return exampleInput().map(({ id, url, key, offset }, number) => ({
    id,
    url,
    key,
    partition: key === 'c.com' ? 7 : 3,
    offset: offset + 100n,
    version: 1,
    classifiedAt: number * 1_000,
  }));
}
