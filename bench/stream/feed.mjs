// Puts events into urls.submitted: at once, or held back until they are let go.
import { randomUUID } from 'node:crypto';
import { recordOf } from './events.mjs';
import { connect, INPUT } from './topics.mjs';

const RECORDS_A_SEND = 2_000;
const LONGEST_TRANSACTION_MS = 600_000;

export async function publish(from, to) {
  const producer = connect().producer({ allowAutoTopicCreation: false });
  await producer.connect();
  await sendAll(producer, from, to);
  await producer.disconnect();
}

/**
 * Writes events that nobody sees yet: they are one transaction, and who reads committed records stands before it.
 * `release` ends it. So the processes measured are warm and their group is calm when all comes at once, and nothing
 * is published while they work.
 */
export async function hold(from, to) {
  const producer = connect().producer({
    allowAutoTopicCreation: false,
    transactionalId: `bench-feed-${randomUUID()}`,
    transactionTimeout: LONGEST_TRANSACTION_MS,
    maxInFlightRequests: 1,
    idempotent: true,
  });
  await producer.connect();
  const transaction = await producer.transaction();
  await sendAll(transaction, from, to);
  return {
    async release() {
      await transaction.commit();
      await producer.disconnect();
    },
  };
}

async function sendAll(sender, from, to) {
  for (let next = from; next < to; next += RECORDS_A_SEND) {
    const messages = [];
    for (let number = next; number < Math.min(next + RECORDS_A_SEND, to); number++)
      messages.push(recordOf(number));
    await sender.send({ topic: INPUT, acks: -1, messages });
  }
}
