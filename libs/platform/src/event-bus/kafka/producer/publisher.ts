import { isWeirError } from '../../../errors/index.js';
import { endsWithin } from '../../backoff/backoff.js';
import { announcePublish } from '../../brokers/kafka-channels.js';
import { unavailable } from '../../brokers/kafka-errors.js';
import type { OutgoingRecord } from '../../event-bus.js';
import type { Addresser } from './addresser.js';
import type { BatchBounds } from './batch-bounds.js';
import type { IdempotentSender } from './idempotent-sender.js';
import { type Envelope, type PublishJob, planSend, type SendPlan } from './send-planner.js';

interface WaitingJob extends PublishJob {
  readonly since: number;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** A broker that answers needs milliseconds; whoever waits longer for one that hangs was told nothing yet. */
const LAST_SENDS_MS = 3_000;

/**
 * Publishes in the order of the calls. While one send is under way the next calls gather, and share the next send:
 * with one send at a time the sequence numbers stay right, and many small publishes still cost few requests.
 */
export class Publisher {
  readonly #queue: WaitingJob[] = [];
  #pump: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly sender: Pick<IdempotentSender, 'send'>,
    private readonly addresser: Pick<Addresser, 'address'>,
    private readonly bounds: Pick<BatchBounds, 'of'>,
    private readonly timeoutMs: number,
  ) {}

  async publish(records: readonly OutgoingRecord[]): Promise<void> {
    if (records.length === 0) return;
    const since = Date.now();
    const envelopes = await this.addresser.address(records);
    if (this.#closed) throw unavailable('publishing', new Error('the bus is closed'));
    await new Promise<void>((resolve, reject) => {
      this.#queue.push({ envelopes, acknowledged: 0, alone: false, since, resolve, reject });
      this.#pump ??= this.#work();
    });
  }

  /** Takes no more, and waits for what is under way: 3 s, whatever the broker does. */
  async close(): Promise<void> {
    this.#closed = true;
    await endsWithin(LAST_SENDS_MS, Promise.resolve(this.#pump));
  }

  async #work(): Promise<void> {
    // Calls made in the same turn of the event loop go together.
    await Promise.resolve();
    while (this.#queue.length > 0) await this.#sendNext(planSend(this.#queue, this.bounds));
    this.#pump = undefined;
  }

  async #sendNext(plan: SendPlan<WaitingJob>): Promise<void> {
    const begun = performance.now();
    const written = new Set<Envelope>();
    try {
      const since = plan.shares[0]?.job.since ?? Date.now();
      await this.sender.send(plan.envelopes, since + this.timeoutMs, written);
    } catch (error) {
      return this.#failed(plan, error, written);
    }
    announcePublish({
      records: plan.envelopes.length,
      bytes: plan.envelopes.reduce((sum, { bytes }) => sum + bytes, 0),
      seconds: (performance.now() - begun) / 1000,
    });
    for (const { job, records } of plan.shares) {
      job.acknowledged += records;
      if (job.acknowledged === job.envelopes.length) this.#settle(job, () => job.resolve());
    }
  }

  #failed({ shares }: SendPlan<WaitingJob>, error: unknown, written: ReadonlySet<Envelope>): void {
    const refusal = isWeirError(error, 'WEIR_BUS_REJECTED');
    if (refusal && shares.length > 1) {
      for (const { job } of shares) this.#goesAlone(job, written);
      return;
    }
    for (const { job } of shares) this.#settle(job, () => job.reject(error));
    if (refusal) return;
    const before = Date.now() - this.timeoutMs;
    for (const job of this.#queue.filter(({ since }) => since <= before))
      this.#settle(job, () => job.reject(error));
  }

  #goesAlone(job: WaitingJob, written: ReadonlySet<Envelope>): void {
    job.alone = true;
    job.envelopes = job.envelopes.slice(job.acknowledged).filter((each) => !written.has(each));
    job.acknowledged = 0;
    if (job.envelopes.length === 0) this.#settle(job, () => job.resolve());
  }

  #settle(job: WaitingJob, tell: () => void): void {
    const at = this.#queue.indexOf(job);
    if (at >= 0) this.#queue.splice(at, 1);
    tell();
  }
}
