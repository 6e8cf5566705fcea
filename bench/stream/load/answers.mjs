import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Consumer } from '@platformatic/kafka';
import { numberIn } from '../events.mjs';
import { OUTPUT } from '../topics.mjs';

/** A fetch that finds nothing comes back after so long; one that finds something at once. */
const LONGEST_WAIT_MS = 500;
/** An answer's id stands in its first bytes. */
const HEAD = 64;

/** When the answer to each of `total` events, numbered from `base`, was read here: ms, 0 before it is. */
export class Answers {
  duplicates = 0;
  /** To events of other numbers. */
  others = 0;
  #missing;
  #tellAll;
  #all = new Promise((resolve) => {
    this.#tellAll = resolve;
  });

  static async open(base, total) {
    const consumer = new Consumer({
      clientId: 'bench-load',
      bootstrapBrokers: process.env.KAFKA_BROKERS.split(','),
      groupId: `bench-load-${randomUUID()}`,
      autocommit: false,
      maxWaitTime: LONGEST_WAIT_MS,
    });
    const answers = new Answers(base, total);
    const stream = await consumer.consume({ topics: [OUTPUT], mode: 'latest' });
    stream.on('data', ({ value }) => answers.#note(value));
    return answers;
  }

  constructor(base, total) {
    this.base = base;
    this.at = new Float64Array(total);
    this.#missing = total;
  }

  /** Resolves once all are there, or after `patienceMs`. */
  async all(patienceMs) {
    await Promise.race([this.#all, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  }

  #note(value) {
    const index = numberIn(value.toString('latin1', 0, HEAD)) - this.base;
    if (!(index >= 0 && index < this.at.length)) this.others += 1;
    else if (this.at[index] > 0) this.duplicates += 1;
    else {
      this.at[index] = performance.now();
      this.#missing -= 1;
      if (this.#missing === 0) this.#tellAll();
    }
  }
}
