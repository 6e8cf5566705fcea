import { expect, it } from 'vitest';
import type { SseConnection } from '../sse/sse-connection.js';
import { verdictOf } from '../testing/published-verdicts.js';
import { Resumption } from './resumption.js';
import { StreamPositions } from './stream-positions.js';
import { VerdictLog } from './verdict-log.js';

const ALL = 0b111;
const RECORDS = 400;
/** As long as a listener may make the id that each of its events then carries. */
const LONGEST = `.${Array.from({ length: 999 }, () => 'zzzzzzzzzz').join('.')}`;

/** A connection that takes all, and remembers how much it was given at a time. */
function taker(): { readonly sizes: number[]; readonly connection: SseConnection } {
  const sizes: number[] = [];
  const connection = {
    isOpen: true,
    behind: 0,
    send: (frames: Buffer) => sizes.push(frames.length) > 0,
    cut: () => undefined,
  };
  return { sizes, connection: connection as unknown as SseConnection };
}

function logOf(records: number): VerdictLog {
  const log = new VerdictLog(records);
  log.begin('earliest');
  for (let number = 0; number < records; number += 1) {
    const value = Buffer.from(JSON.stringify(verdictOf(number)));
    const batch = {
      topic: 'urls.verdicts',
      partition: 0,
      records: [{ offset: String(number), value }],
      highWatermark: String(records),
    };
    log.take(batch as never, () => undefined);
  }
  return log;
}

// Regression: the bytes of ids were not counted, so that a long one made megabytes be written at once.
it.each([undefined, 10_000])('writes a little at a time, however long the ids are (rate %s)', (rate) => {
  const { sizes, connection } = taker();
  const positions = StreamPositions.parse(LONGEST);
  if (positions === undefined) throw new Error('no positions');
  const filter = { verdicts: ALL, ...(rate === undefined ? {} : { rate }) };
  new Resumption(logOf(RECORDS), connection, filter, positions).advance();
  const sent = sizes.reduce((sum, size) => sum + size, 0);
  expect(sent).toBeGreaterThan(RECORDS * LONGEST.length);
  expect(Math.max(...sizes)).toBeLessThan(300_000);
});
