import { createHash, randomUUID } from 'node:crypto';
import { type Collection, type Documents, isWeirError, type Stored, WeirError } from '@weir/platform';

/** An answer as it was given. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Which request a key stands for. */
export interface RequestIdentity {
  /** Who asks: keys of different clients have nothing to do with each other. */
  readonly principal: string;
  readonly key: string;
  /** Method and path with its query. */
  readonly target: string;
  /** SHA-256 of the body; undefined where it is still to be read. */
  readonly digest?: string | undefined;
}

/** Times are milliseconds since 1970. */
interface KeyRecord {
  readonly target: string;
  /** Of the claim that carries it out. */
  readonly owner: string;
  readonly digest?: string | undefined;
  readonly answer?: KeptAnswer;
  /** Of a request under way: when its process last said so. */
  readonly renewedAt: number;
  /** From then on the record does not count. */
  readonly expiresAt: number;
}

/** A request that is this process's to carry out. */
export interface Claim {
  readonly id: string;
  readonly record: KeyRecord;
  revision: number;
}

export type Claimed =
  | { readonly kind: 'mine'; readonly claim: Claim }
  | { readonly kind: 'running' }
  | { readonly kind: 'reused' }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer; readonly digest: string | undefined };

export const KEPT_MS = 24 * 3_600_000;
/** A request that nobody renewed for so long died with its process. */
export const ABANDONED_MS = 30_000;
const ATTEMPTS = 100;
const PAGE = 1_000;

/** Idempotency keys over Documents: an insert that only one caller can make decides who carries a request out. */
export class IdempotencyStore {
  constructor(
    private readonly documents: Documents,
    private readonly now: () => number = Date.now,
  ) {}

  async claim(identity: RequestIdentity): Promise<Claimed> {
    const records = await this.#records();
    const id = idOf(identity);
    const { target, digest } = identity;
    const owner = randomUUID();
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const now = this.now();
      const record = {
        target,
        owner,
        renewedAt: now,
        expiresAt: now + KEPT_MS,
        ...(digest === undefined ? {} : { digest }),
      };
      const known = await records.get(id);
      const counts = known !== null && this.#counts(known.value);
      if (known !== null && counts) return outcomeOf(known.value, identity);
      const stored = await raced(
        known === null ? records.insert(id, record) : records.replace(id, record, known.revision),
      );
      if (stored !== null) return { kind: 'mine', claim: { id, record, revision: stored.revision } };
    }
    throw new WeirError('WEIR_IDEMPOTENCY_RUNNING', 'Many requests with this Idempotency-Key came at once');
  }

  /** Says that the request is still under way. */
  async renew(claim: Claim): Promise<void> {
    // Once only: tried again, it could undo that the request has ended.
    await this.#write(claim, { ...claim.record, renewedAt: this.now() }, 1);
  }

  /** Keeps the answer for those who ask again. */
  async finish(claim: Claim, answer: KeptAnswer, digest: string | undefined): Promise<void> {
    await this.#write(claim, { ...claim.record, answer, ...(digest === undefined ? {} : { digest }) });
  }

  /** Gives the key back: the request came to nothing. */
  async release(claim: Claim): Promise<void> {
    await this.#write(claim, { ...claim.record, expiresAt: 0 });
  }

  /** Deletes what has run out. Gives how many. */
  async sweep(): Promise<number> {
    const records = await this.#records();
    let swept = 0;
    for (let after: string | undefined; ; ) {
      const page = await records.find({ limit: PAGE, ...(after === undefined ? {} : { after }) });
      for (const { id, value } of page.items) {
        // With a day's grace: nobody can be about to take over what is deleted.
        if (value.expiresAt + KEPT_MS < this.now() && (await records.delete(id))) swept += 1;
      }
      if (page.next === null) return swept;
      after = page.next;
    }
  }

  /** Whether there is an answer, or a process that works on it. */
  #counts({ answer, renewedAt, expiresAt }: KeyRecord): boolean {
    const now = this.now();
    return expiresAt > now && (answer !== undefined || renewedAt + ABANDONED_MS > now);
  }

  /** Where someone else took the key over meanwhile, it is theirs. */
  async #write(claim: Claim, record: KeyRecord, attempts = ATTEMPTS): Promise<void> {
    const records = await this.#records();
    for (let attempt = 0; attempt < attempts; attempt++) {
      const stored = await raced(records.replace(claim.id, record, claim.revision));
      const current = stored ?? (await records.get(claim.id));
      if (current === null || current.value.owner !== record.owner) return;
      claim.revision = current.revision;
      // A renewal of the same claim was faster.
      if (stored !== null) return;
    }
  }

  #records(): Promise<Collection<KeyRecord>> {
    return this.documents.collection<KeyRecord>({ name: 'idempotency_keys', indexes: [] });
  }
}

function outcomeOf(known: KeyRecord, { target, digest }: RequestIdentity): Claimed {
  const differs = known.digest !== undefined && digest !== undefined && known.digest !== digest;
  if (known.target !== target || differs) return { kind: 'reused' };
  if (known.answer === undefined) return { kind: 'running' };
  return { kind: 'answered', answer: known.answer, digest: known.digest };
}

function idOf({ principal, key }: RequestIdentity): string {
  return createHash('sha256').update(`${principal}\0${key}`).digest('hex');
}

/** Null where someone else was faster. */
async function raced<T extends object>(writing: Promise<Stored<T>>): Promise<Stored<T> | null> {
  try {
    return await writing;
  } catch (error) {
    if (isWeirError(error, 'WEIR_DOCUMENT_EXISTS') || isWeirError(error, 'WEIR_DOCUMENT_CONFLICT'))
      return null;
    throw error;
  }
}
