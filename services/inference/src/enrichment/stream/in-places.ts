/**
 * Does `work` for each item, in order, `places` at a time. Rejects as the first that rejects does, after which none is
 * begun; those under way go on.
 */
export async function inPlaces<Item extends object>(
  items: readonly Item[],
  places: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const place = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      try {
        await work(item);
      } catch (error) {
        left.length = 0;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(places, items.length) }, place));
}

/** The promise's outcome, or a rejection with the signal's reason as soon as it is aborted; the work itself goes on. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const settled = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    const give = () => reject(signal.reason);
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true, signal: settled.signal });
  });
  try {
    return await Promise.race([aborted, work]);
  } finally {
    settled.abort();
  }
}
