/** The promise's outcome, or a rejection with `failure()` once `milliseconds` have passed; the promise itself goes on. */
export async function within<T>(milliseconds: number, promise: Promise<T>, failure: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(failure()), milliseconds);
  });
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    clearTimeout(timer);
    // Whoever lost the race may still reject; nobody listens any more.
    promise.catch(() => undefined);
  }
}
