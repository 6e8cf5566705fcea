import { setImmediate } from 'node:timers/promises';

/** Items scored without letting anything else run: a few milliseconds for most models. */
const CHUNK = 1_000;
/** URLs explained exactly, about a millisecond each. */
export const EXPLAINED_CHUNK = 25;

/** Works through `items` in order, and lets the stream and the health checks have their turn in between. */
export async function inChunks<Item, Result>(
  items: readonly Item[],
  work: (chunk: readonly Item[]) => readonly Result[],
  size = CHUNK,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += size) {
    if (start > 0) await setImmediate();
    for (const result of work(items.slice(start, start + size))) results.push(result);
  }
  return results;
}
