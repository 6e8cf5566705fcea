import type { BrokerAddress } from '../platformatic-options.js';
import { errorName } from '../protocol-errors.js';
import type { Links } from '../wire/links.js';
import type { OutgoingBatch } from './outgoing-batch.js';
import { produceBatches } from './produce-request.js';
import type { ProducerIdentity } from './producer-identity.js';

/** How an attempt with a batch ended: written, an error the broker named, or no answer at all. */
export type Outcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'answered'; readonly error: string }
  | { readonly kind: 'unanswered'; readonly cause: unknown };

const WRITTEN: Outcome = { kind: 'written' };

/** One request with a batch for each of some partitions of a broker. Never rejects. */
export async function sendBatches(
  links: Links,
  broker: BrokerAddress,
  identity: ProducerIdentity,
  batches: readonly OutgoingBatch[],
  transactionalId: string | null = null,
): Promise<Outcome[]> {
  const parts = batches.map((batch) => ({
    topic: batch.topic,
    partition: batch.partition,
    data: batch.data(identity),
  }));
  try {
    const answers = new Map(
      (await links.call(broker, produceBatches, transactionalId, parts)).map(
        ({ topic, partition, errorCode }) => [`${topic}/${partition}`, errorCode],
      ),
    );
    return parts.map(({ topic, partition }) => outcomeOf(answers.get(`${topic}/${partition}`)));
  } catch (cause) {
    return parts.map(() => ({ kind: 'unanswered', cause }));
  }
}

function outcomeOf(errorCode: number | undefined): Outcome {
  if (errorCode === undefined)
    return { kind: 'unanswered', cause: new Error('a partition was not in the answer') };
  const error = errorName(errorCode);
  // Written by an earlier attempt whose answer was lost.
  return errorCode === 0 || error === 'DUPLICATE_SEQUENCE_NUMBER' ? WRITTEN : { kind: 'answered', error };
}
