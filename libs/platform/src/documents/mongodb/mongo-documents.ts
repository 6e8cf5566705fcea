import { MongoClient, type MongoClientOptions } from 'mongodb';
import { plainCause, within } from '../../driver-failure/index.js';
import { WeirError } from '../../errors/index.js';
import { checkSpec, existsError } from '../document-rules.js';
import type { Collection, CollectionSpec, Documents, DocumentValue } from '../documents.js';
import { MongoCollection, type StoredDocument } from './mongo-collection.js';
import { isDuplicateKey, toWeirError } from './mongo-failure.js';

export interface MongoDocumentsOptions {
  /** `MONGODB_URI`. May hold a password: it never stands in an error. */
  readonly uri: string;
  /** Default: the URI's own, or `weir`. */
  readonly database?: string;
  /** Shown in the server's log and `currentOp`. */
  readonly appName?: string;
}

const CHECK_MS = 2_000;

const LIMITS: MongoClientOptions = {
  connectTimeoutMS: 3_000,
  serverSelectionTimeoutMS: 3_000,
  socketTimeoutMS: 20_000,
  waitQueueTimeoutMS: 5_000,
  writeConcern: { w: 'majority' },
  readConcernLevel: 'majority',
};

/** Documents on MongoDB. Connects at first use and again after each loss; nothing fails for a server away at start. */
export class MongoDocuments implements Documents {
  private readonly client: MongoClient;
  private readonly database: string;
  private readonly secrets: readonly string[];
  private connecting: Promise<unknown> | undefined;

  constructor({ uri, database, appName = 'weir' }: MongoDocumentsOptions) {
    this.secrets = secretsOf(uri);
    this.database = database ?? databaseOf(uri) ?? 'weir';
    this.client = this.connectLazily(uri, appName);
  }

  async collection<T extends DocumentValue>(spec: CollectionSpec): Promise<Collection<T>> {
    checkSpec(spec);
    const native = this.client.db(this.database).collection<StoredDocument<T>>(spec.name);
    let indexed: Promise<void> | undefined;
    const ready = async () => {
      await this.connect();
      indexed ??= this.makeIndexes(spec).catch((error: unknown) => {
        // Forgotten, so that the next operation tries again.
        indexed = undefined;
        throw error;
      });
      await indexed;
    };
    return new MongoCollection<T>({ native, spec, ready, secrets: this.secrets });
  }

  async check(): Promise<void> {
    const ping = async () => {
      await this.connect();
      await this.client.db(this.database).command({ ping: 1 }, { timeoutMS: CHECK_MS });
    };
    try {
      await within(CHECK_MS, ping(), () => new Error('no answer within 2 s'));
    } catch (error) {
      throw toWeirError(error, this.secrets);
    }
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  /**
   * The first connection, which the driver does not try again by itself: it leaves a closed topology behind, and each
   * operation after that fails. Once connected, the driver outlives outages alone.
   */
  private async connect(): Promise<void> {
    this.connecting ??= this.client.connect().catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    await this.connecting;
  }

  private connectLazily(uri: string, appName: string): MongoClient {
    try {
      return new MongoClient(uri, { ...LIMITS, appName });
    } catch (error) {
      // The parser's message may quote the URI, so it goes no further than through the redaction.
      const cause = plainCause(error, [uri, ...this.secrets]);
      throw new WeirError('WEIR_CONFIG_INVALID', `MONGODB_URI: ${cause.message}`, { cause });
    }
  }

  private async makeIndexes({ name, indexes }: CollectionSpec): Promise<void> {
    if (indexes.length === 0) return;
    // Sparse, not partial: two documents without the member must not clash, and every server honours it.
    const descriptions = indexes.map(({ field, unique = false }) =>
      unique
        ? { key: { [`value.${field}`]: 1 } as const, name: `weir_${field}_unique`, unique, sparse: true }
        : { key: { [`value.${field}`]: 1, _id: 1 } as const, name: `weir_${field}` },
    );
    try {
      // One a command: some servers that speak the protocol fail where two of a command's indexes are there already.
      for (const each of descriptions)
        await this.client.db(this.database).collection(name).createIndexes([each]);
    } catch (error) {
      if (isDuplicateKey(error)) throw existsError(name, 'two documents with one unique value');
      throw toWeirError(error, this.secrets);
    }
  }
}

/** The password as it stands in the URI, and decoded: a driver may quote either. */
function secretsOf(uri: string): string[] {
  const password = /\/\/[^/@:]*:([^/@]*)@/.exec(uri)?.[1];
  if (password === undefined) return [];
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}

const databaseOf = (uri: string) => /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1];
