// What a side wrote to urls.verdicts, read when it is done, so that no reader takes part of the machine from it.
import { randomUUID } from 'node:crypto';
import { Tally } from './tally.mjs';
import { connect, OUTPUT } from './topics.mjs';

/** Nothing new for so long: what is missing will not come. */
const SILENCE_MS = 15_000;

/**
 * Reads the answers to the events numbered below `end`, and sums up those from `from` on, which were let go at
 * `released`, in ms since the epoch.
 */
export async function readVerdicts(from, end, released) {
  const tally = new Tally(from, end);
  await readOutput((messages) => {
    for (const message of messages) tally.take(message);
    return tally.missing === 0;
  });
  return tally.figures(released);
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
