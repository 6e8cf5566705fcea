import { type Backoff, backoffDelay, pause } from '../../backoff/backoff.js';
import { refused, unavailable } from '../../brokers/kafka-errors.js';
import type { BrokerAddress } from '../platformatic-options.js';
import { type Outcome, sendBatches } from '../producer/batch-sender.js';
import type { OutgoingBatch } from '../producer/outgoing-batch.js';
import type { ProducerIdentity } from '../producer/producer-identity.js';
import { BrokerError, isBatchRefusal, isProducerLost, isRefusal } from '../protocol-errors.js';
import type { Cluster } from '../wire/cluster.js';
import type { Links } from '../wire/links.js';
import type { OutputQueue } from './held-outputs.js';

const RETRY: Backoff = { initialMs: 20, maxMs: 1_000 };
const PATIENCE_MS = 30_000;

export interface OutputRoute {
  readonly cluster: Cluster;
  readonly links: Links;
  readonly transactionalId: string;
  readonly identity: ProducerIdentity;
}

/** Resolves when every batch is written, in the order of its queue. Rejects where the transaction cannot be completed. */
export async function sendOutputs(route: OutputRoute, queues: readonly OutputQueue[]): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let failures = 0; ; ) {
    const waiting = queues.filter(({ batches }) => batches.length > 0);
    if (waiting.length === 0) return;
    const failure = await sendRound(route, waiting);
    failures = failure === undefined ? 0 : failures + 1;
    if (failure === undefined) continue;
    if (Date.now() > deadline) throw unavailable('publishing in a transaction', failure);
    await route.cluster.refresh([...new Set(waiting.map(({ topic }) => topic))]).catch(() => {});
    await pause(backoffDelay(RETRY, failures));
  }
}

/** The first batch of each queue, each broker's in one request. Returns what some of them failed for. */
async function sendRound(route: OutputRoute, waiting: readonly OutputQueue[]): Promise<unknown> {
  const rounds = [...byLeader(route.cluster, waiting)].map(async ([, { broker, queues }]) => {
    const heads = queues.flatMap(({ batches: [head] }) => (head === undefined ? [] : [head]));
    const outcomes = await sendBatches(route.links, broker, route.identity, heads, route.transactionalId);
    return heads.map((head, index) => settle(queues[index], head, outcomes[index]));
  });
  const failures = (await Promise.all(rounds)).flat().filter((failure) => failure !== undefined);
  const led = rounds.length > 0;
  return led ? failures[0] : new BrokerError('LEADER_NOT_AVAILABLE', 'publishing in a transaction');
}

function byLeader(cluster: Cluster, waiting: readonly OutputQueue[]) {
  const brokers = new Map<string, { broker: BrokerAddress; queues: OutputQueue[] }>();
  for (const queue of waiting) {
    const broker = cluster.leader(queue.topic, queue.partition);
    if (broker === undefined) continue;
    const key = `${broker.host}:${broker.port}`;
    const known = brokers.get(key) ?? { broker, queues: [] };
    known.queues.push(queue);
    brokers.set(key, known);
  }
  return brokers;
}

/** Returns what may be over soon; throws what will not. */
function settle(queue: OutputQueue | undefined, batch: OutgoingBatch, outcome: Outcome | undefined): unknown {
  if (outcome?.kind === 'written') {
    queue?.batches.shift();
    return undefined;
  }
  if (outcome?.kind !== 'answered') return outcome?.cause;
  const error = new BrokerError(outcome.error, 'publishing in a transaction');
  if (isBatchRefusal(outcome.error) && batch.records > 1) {
    batch.unstamp();
    queue?.batches.splice(0, 1, ...batch.halves());
    return undefined;
  }
  if (isRefusal(outcome.error)) throw refused([batch.topic], error);
  if (isProducerLost(outcome.error)) throw unavailable('publishing in a transaction', error);
  return error;
}
