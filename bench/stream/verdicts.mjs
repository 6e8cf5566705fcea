// What a side wrote to urls.verdicts, read when it is done: whether all, how fast by the broker's clock, how many flagged.
import { randomUUID } from 'node:crypto';
import { numberIn } from './events.mjs';
import { connect, OUTPUT } from './topics.mjs';

/** Nothing new for so long: what is missing will not come. */
const SILENCE_MS = 15_000;
const FLAGGED = /"verdict":"(?:malicious|suspicious)"/;

/**
 * Reads the answers to the events numbered below `end`, and sums up those from `from` on, which were let go at
 * `released`, in ms since the epoch.
 */
export async function readVerdicts(from, end, released) {
  const answers = { stamps: new Float64Array(end), missing: end, duplicates: 0, flagged: 0, bytes: 0 };
  await readOutput((messages) => {
    for (const message of messages) note(answers, message, from);
    return answers.missing === 0;
  });
  if (answers.missing > 0) throw new Error(`${answers.missing} of ${end} events have no answer`);
  return {
    ...ratesOf(answers.stamps.subarray(from), released),
    duplicates: answers.duplicates,
    flaggedShare: answers.flagged / (end - from),
    bytes: answers.bytes / (end - from),
  };
}

function note(answers, { value, timestamp }, from) {
  const text = value.toString();
  const number = numberIn(text);
  if (answers.stamps[number] > 0) {
    answers.duplicates += 1;
    return;
  }
  answers.stamps[number] = Number(timestamp);
  answers.missing -= 1;
  if (number < from) return;
  answers.bytes += value.length;
  if (FLAGGED.test(text)) answers.flagged += 1;
}

/**
 * `rate`: from the moment the events could be read to the last answer. `rateBetween`: from the first record batch to the
 * last, without what came in the first; it flatters who works through much before writing the first.
 */
function ratesOf(stamps, released) {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const stamp of stamps) {
    first = Math.min(first, stamp);
    last = Math.max(last, stamp);
  }
  const after = stamps.reduce((sum, stamp) => sum + (stamp > first ? 1 : 0), 0);
  return {
    rate: (stamps.length * 1000) / (last - released),
    rateBetween: (after * 1000) / (last - first),
    firstAfterMs: first - released,
  };
}

/** Hands all committed records of the output to `take`, until it says that it has all, or none came for long. */
async function readOutput(take) {
  const consumer = connect().consumer({ groupId: `bench-reader-${randomUUID()}`, maxWaitTimeInMs: 200 });
  await consumer.connect();
  await consumer.subscribe({ topics: [OUTPUT], fromBeginning: true });
  await new Promise((resolve) => {
    let silence = setTimeout(resolve, SILENCE_MS);
    consumer.run({
      eachBatch: async ({ batch }) => {
        clearTimeout(silence);
        if (take(batch.messages)) resolve();
        else silence = setTimeout(resolve, SILENCE_MS);
      },
    });
  });
  await consumer.disconnect();
}
