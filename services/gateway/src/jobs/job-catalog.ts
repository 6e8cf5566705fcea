import { Inject, Injectable } from '@nestjs/common';
import {
  type Collection,
  DOCUMENTS,
  type Documents,
  isWeirError,
  OBJECTS,
  type Objects,
  type Stored,
  WeirError,
} from '@weir/platform';
import type { Principal } from '../security/principal.js';
import { type JobLease, keysOf, mayHave, type PredictionJob } from './prediction-job.js';

/** Who works on a job says so again well before this. */
export const LEASE_MS = 15_000;
const PAGE = 100;

type StoredJob = Stored<PredictionJob>;

/** Prediction jobs over Documents; their files are in Objects. */
@Injectable()
export class JobCatalog {
  constructor(
    @Inject(DOCUMENTS) private readonly documents: Documents,
    @Inject(OBJECTS) private readonly objects: Objects,
  ) {}

  async insert(job: PredictionJob): Promise<StoredJob> {
    return (await this.#jobs()).insert(job.id, job);
  }

  async find(id: string): Promise<StoredJob | null> {
    return (await this.#jobs()).get(id);
  }

  /** Throws `WEIR_NOT_FOUND`, also while the upload is on its way, and where it is another's. */
  async require(id: string, principal: Principal): Promise<PredictionJob> {
    const stored = await this.find(id);
    if (stored?.value.ready === true && mayHave(principal, stored.value)) return stored.value;
    throw new WeirError('WEIR_NOT_FOUND', `There is no job ${id.slice(0, 100)}`);
  }

  /** Newest first: those of a key, or all. */
  async list(page: {
    readonly limit: number;
    readonly after?: string;
    readonly keyId?: string;
  }): Promise<{ items: PredictionJob[]; next: string | null }> {
    const { keyId, ...rest } = page;
    const where = { ready: true, ...(keyId === undefined ? {} : { keyId }) };
    const found = await (await this.#jobs()).find({ ...rest, where, order: 'descending' });
    return { items: found.items.map(({ value }) => value), next: found.next };
  }

  /** How many jobs of a key wait or run, `most` at most. */
  async open(keyId: string, most: number): Promise<number> {
    const jobs = await this.#jobs();
    const pages = await Promise.all(
      ['queued', 'running'].map((state) => jobs.find({ where: { state, keyId }, limit: most })),
    );
    return pages.reduce((sum, { items }) => sum + items.length, 0);
  }

  /** Compare-and-set; `undefined` where somebody else changed or deleted the job since. */
  async replace(
    { id, value, revision }: StoredJob,
    change: Partial<PredictionJob>,
  ): Promise<StoredJob | undefined> {
    const next = { ...value, ...change, updatedAt: new Date().toISOString() };
    try {
      return await (await this.#jobs()).replace(id, next, revision);
    } catch (error) {
      if (isWeirError(error, 'WEIR_DOCUMENT_CONFLICT')) return undefined;
      throw error;
    }
  }

  /** Takes the oldest job that nobody works on, if there is one. */
  async claim(holder: string): Promise<StoredJob | undefined> {
    for (const state of ['running', 'queued'] as const) {
      for await (const job of this.#all({ state, ready: true })) {
        if (!isFree(job.value)) continue;
        const change = { state: 'running', attempt: job.value.attempt + 1, lease: leaseOf(holder) } as const;
        const claimed = await this.replace(job, { ...change, done: 0 });
        if (claimed !== undefined) return claimed;
      }
    }
    return undefined;
  }

  /** Deletes the job and all that it left. Whether there was one. */
  async delete(id: string): Promise<boolean> {
    const stored = await this.find(id);
    if (stored === null) return false;
    // The document first: who works on the job sees that it is gone, and takes away what it made.
    await (await this.#jobs()).delete(id);
    await this.discard(stored.value);
    return true;
  }

  /** Deletes a job's files. */
  async discard(job: PredictionJob): Promise<void> {
    await Promise.all(keysOf(job).map((key) => this.objects.delete(key)));
  }

  /** Deletes what was not touched since a time. Gives how many. */
  async sweep(before: Date): Promise<number> {
    let swept = 0;
    const limit = before.toISOString();
    for await (const { id, value } of this.#all({}))
      if (value.updatedAt < limit && (await this.delete(id))) swept += 1;
    return swept;
  }

  async *#all(where: { readonly state?: string; readonly ready?: boolean }): AsyncGenerator<StoredJob> {
    const jobs = await this.#jobs();
    for (let after: string | undefined; ; ) {
      const page = await jobs.find({ where, limit: PAGE, ...(after === undefined ? {} : { after }) });
      yield* page.items;
      if (page.next === null) return;
      after = page.next;
    }
  }

  #jobs(): Promise<Collection<PredictionJob>> {
    return this.documents.collection({
      name: 'prediction-jobs',
      indexes: [{ field: 'state' }, { field: 'ready' }, { field: 'keyId' }],
    });
  }
}

export function leaseOf(holder: string, milliseconds = LEASE_MS): JobLease {
  return { holder, until: new Date(Date.now() + milliseconds).toISOString() };
}

function isFree({ lease }: PredictionJob): boolean {
  return lease === undefined || lease.until <= new Date().toISOString();
}
