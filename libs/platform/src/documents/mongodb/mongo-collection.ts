import { randomUUID } from 'node:crypto';
import type { Filter, Collection as NativeCollection } from 'mongodb';
import { WeirError } from '../../errors/index.js';
import {
  checkId,
  conflictError,
  existsError,
  type FindPlan,
  isPossibleId,
  planFind,
  toStorable,
} from '../document-rules.js';
import type {
  Collection,
  CollectionSpec,
  DocumentPage,
  DocumentValue,
  FindOptions,
  Stored,
} from '../documents.js';
import { decodeNames, encodeNames } from './member-names.js';
import { isDuplicateKey, isOutcomeUnknown, toWeirError } from './mongo-failure.js';

/** A document as it stands in MongoDB. */
export interface StoredDocument<T extends DocumentValue> {
  readonly _id: string;
  readonly revision: number;
  /** Names the last write, so that a writer whose answer was lost can tell its own write from another's. */
  readonly write: string;
  readonly value: T;
}

export interface MongoCollectionParts<T extends DocumentValue> {
  readonly native: NativeCollection<StoredDocument<T>>;
  readonly spec: CollectionSpec;
  /** Resolves once the indexes are there. */
  readonly ready: () => Promise<void>;
  readonly secrets: readonly string[];
}

/** One collection on MongoDB: single-document operations only, no transactions, no update pipelines. */
export class MongoCollection<T extends DocumentValue> implements Collection<T> {
  constructor(private readonly parts: MongoCollectionParts<T>) {}

  async get(id: string): Promise<Stored<T> | null> {
    if (!isPossibleId(id)) return null;
    const found = await this.run((native) => native.findOne(byId<T>(id)));
    return found === null ? null : stored(found as StoredDocument<T>);
  }

  async insert(id: string, value: T): Promise<Stored<T>> {
    checkId(id);
    const { spec } = this.parts;
    const document = this.document(id, 1, toStorable(spec, value));
    return this.writeOnce(document, {
      attempt: async (native) => {
        await native.insertOne(document as Parameters<typeof native.insertOne>[0]);
        return true;
      },
      refusal: (cause) => existsError(spec.name, id, cause),
    });
  }

  async replace(id: string, value: T, revision: number): Promise<Stored<T>> {
    checkId(id);
    const { spec } = this.parts;
    const document = this.document(id, revision + 1, toStorable(spec, value));
    const { _id, ...replacement } = document;
    return this.writeOnce(document, {
      attempt: async (native) => {
        const filter = { _id, revision } as Filter<StoredDocument<T>>;
        const result = await native.replaceOne(
          filter,
          replacement as Parameters<typeof native.replaceOne>[1],
        );
        return result.matchedCount === 1;
      },
      refusal: (cause) =>
        cause === undefined ? conflictError(spec.name, id, revision) : existsError(spec.name, id, cause),
    });
  }

  async delete(id: string): Promise<boolean> {
    if (!isPossibleId(id)) return false;
    const { deletedCount } = await this.run((native) => native.deleteOne(byId<T>(id)));
    return deletedCount === 1;
  }

  async find(options?: FindOptions): Promise<DocumentPage<T>> {
    const plan = planFind(this.parts.spec, options);
    const documents = await this.run((native) =>
      native
        .find(filterOf<T>(plan))
        .sort({ _id: plan.descending ? -1 : 1 })
        .limit(plan.limit + 1)
        .toArray(),
    );
    const items = documents.slice(0, plan.limit).map((found) => stored(found as StoredDocument<T>));
    return { items, next: documents.length > plan.limit ? (items.at(-1)?.id ?? null) : null };
  }

  private document(id: string, revision: number, value: T): StoredDocument<T> {
    return { _id: id, revision, write: randomUUID(), value: encodeNames(value) };
  }

  /**
   * Writes, once more if the connection broke on the way. The second attempt may meet the first one's own write, which
   * its token tells; only then is a refusal a success.
   */
  private async writeOnce(document: StoredDocument<T>, write: Write<T>): Promise<Stored<T>> {
    const first = await this.tryWrite(write);
    const unknown = first instanceof Error && isOutcomeUnknown(first);
    const outcome = unknown ? await this.tryWrite(write) : first;
    if (outcome === 'written') return stored(document);
    if (outcome instanceof Error && !isDuplicateKey(outcome)) throw this.coded(outcome);
    if (!unknown) throw write.refusal(outcome === 'refused' ? undefined : outcome);
    return this.settle(document, write.refusal(outcome === 'refused' ? undefined : outcome));
  }

  private async tryWrite({ attempt }: Write<T>): Promise<'written' | 'refused' | Error> {
    try {
      await this.parts.ready();
      return (await attempt(this.parts.native)) ? 'written' : 'refused';
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** After a lost answer and a refusal: whose write stands there? */
  private async settle(document: StoredDocument<T>, refusal: WeirError): Promise<Stored<T>> {
    const standing = await this.run((native) => native.findOne(byId<T>(document._id)));
    if (standing?.write === document.write) return stored(document);
    if (standing === null || standing.revision <= document.revision) throw refusal;
    // A later revision may have been built upon ours: neither success nor refusal would be true.
    throw new WeirError('WEIR_DOCUMENTS_UNAVAILABLE', 'MongoDB: the answer to a write was lost.', {
      cause: refusal,
    });
  }

  private async run<R>(operation: (native: NativeCollection<StoredDocument<T>>) => Promise<R>): Promise<R> {
    try {
      await this.parts.ready();
      return await operation(this.parts.native);
    } catch (error) {
      throw this.coded(error);
    }
  }

  private coded(error: unknown): WeirError {
    return toWeirError(error, this.parts.secrets);
  }
}

interface Write<T extends DocumentValue> {
  /** True if it wrote; false if the filter found nothing. */
  readonly attempt: (native: NativeCollection<StoredDocument<T>>) => Promise<boolean>;
  /** The error for a write that the server refused; `cause` is the duplicate key error, if it was one. */
  readonly refusal: (cause: unknown) => WeirError;
}

const byId = <T extends DocumentValue>(id: string) => ({ _id: id }) as Filter<StoredDocument<T>>;

function filterOf<T extends DocumentValue>({
  where,
  after,
  descending,
}: FindPlan): Filter<StoredDocument<T>> {
  const members = where.map(([field, value]) => [`value.${field}`, value] as const);
  const cursor = after === undefined ? {} : { _id: { [descending ? '$lt' : '$gt']: after } };
  return { ...Object.fromEntries(members), ...cursor } as Filter<StoredDocument<T>>;
}

const stored = <T extends DocumentValue>({ _id, revision, value }: StoredDocument<T>): Stored<T> => ({
  id: _id,
  revision,
  value: decodeNames(value),
});
