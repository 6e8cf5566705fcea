/** The first bytes of a stream, and the whole of it, those bytes included. */
export interface Prefetched {
  readonly head: Buffer;
  readonly all: AsyncIterable<Buffer>;
}

/** Reads until `bytes` are there, or the stream ends. Leaving `all` early closes the stream. */
export async function prefetch(stream: AsyncIterable<Uint8Array>, bytes: number): Promise<Prefetched> {
  const iterator = stream[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  let size = 0;
  let ended = false;
  while (!ended && size < bytes) {
    const next = await iterator.next();
    if (next.done === true) ended = true;
    else {
      chunks.push(asBuffer(next.value));
      size += next.value.length;
    }
  }
  const head = Buffer.concat(chunks);
  return { head, all: resume(head, iterator, ended) };
}

async function* resume(
  head: Buffer,
  iterator: AsyncIterator<Uint8Array>,
  ended: boolean,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    if (head.length > 0) yield head;
    if (ended) return;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield asBuffer(next.value);
    }
  } finally {
    await iterator.return?.();
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
