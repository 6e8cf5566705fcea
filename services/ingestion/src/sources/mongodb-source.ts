import type { SourcePosition, SourceRequest } from '@weir/contracts';
import { type Environment, redactCredentials, WeirError } from '@weir/platform';
import { type Collection, type Document, MongoClient, MongoServerError } from 'mongodb';
import { type DataRecord, recordTable } from '../formats/index.js';
import { requireMember } from './require-member.js';
import type { OpenSource, Source } from './source.js';

const BATCH_DOCUMENTS = 1_000;
const SERVER_SELECTION_MS = 5_000;

/** Milliseconds without an answer after which the server counts as away. */
const SOCKET_TIMEOUT_MS = 60_000;

/** Error codes of MongoDB's server: Unauthorized, AuthenticationFailed. */
const REFUSALS: ReadonlySet<unknown> = new Set([13, 18]);

/** Databases and collections that are the server's own: users, keys, the operations log. */
const OWN_DATABASES: ReadonlySet<string> = new Set(['admin', 'config', 'local']);
const OWN_COLLECTION = /^system\./;

/**
 * A MongoDB collection in the order of `_id`, by a batched cursor, with the credentials of `MONGODB_URI`.
 * The last `_id` is fixed at the start: documents that come later are not read.
 */
export class MongodbSource implements Source {
  constructor(
    private readonly settings: Pick<Environment, 'mongodbUri'>,
    private readonly socketTimeoutMS: number = SOCKET_TIMEOUT_MS,
  ) {}

  async open(request: SourceRequest, expected: readonly string[]): Promise<OpenSource> {
    const name = requireMember(request, 'collection');
    if (this.settings.mongodbUri === undefined) {
      throw new WeirError('WEIR_SOURCE_REFUSED', 'MONGODB_URI is not set for this service');
    }
    const client = new MongoClient(this.settings.mongodbUri, {
      serverSelectionTimeoutMS: SERVER_SELECTION_MS,
      socketTimeoutMS: this.socketTimeoutMS,
      // The driver's 30 seconds would hold up the closing of a client whose server hangs.
      connectTimeoutMS: Math.min(SERVER_SELECTION_MS, this.socketTimeoutMS),
    });
    try {
      const collection = client.db(request.database).collection(name);
      if (OWN_DATABASES.has(collection.dbName.toLowerCase()) || OWN_COLLECTION.test(name)) {
        throw new WeirError('WEIR_SOURCE_REFUSED', `${collection.namespace} is the server's own`);
      }
      const reader = new CollectionReader(collection, await lastId(collection));
      const table = await recordTable(reader.records(), expected);
      if (table === null) throw new WeirError('WEIR_DATA_EMPTY', `${reader.name} holds no documents`);
      return { table, position: () => reader.position(), close: () => client.close() };
    } catch (error) {
      await client.close();
      throw error instanceof WeirError ? error : failureOf(error, name);
    }
  }
}

async function lastId(collection: Collection): Promise<unknown> {
  const last = await collection.findOne({}, { sort: { _id: -1 }, projection: { _id: 1 } });
  return last?._id;
}

class CollectionReader {
  #documents = 0;

  constructor(
    private readonly collection: Collection,
    private readonly last: unknown,
  ) {}

  get name(): string {
    return this.collection.namespace;
  }

  position(): SourcePosition {
    return {
      kind: 'mongodb',
      name: this.name,
      position: { lastId: String(this.last), documents: this.#documents },
    };
  }

  async *records(): AsyncGenerator<DataRecord, void, undefined> {
    if (this.last === undefined) return;
    const end = String(this.last);
    // Compared here, not in the query: `$lte` sees only ids of the same BSON type, the order is over all of them.
    const cursor = this.collection.find({}, { sort: { _id: 1 }, batchSize: BATCH_DOCUMENTS });
    try {
      for await (const { _id, ...members } of cursor) {
        this.#documents += 1;
        yield { place: `Document ${String(_id)}`, members: plain(members) };
        if (String(_id) === end) return;
      }
    } catch (error) {
      throw error instanceof WeirError ? error : failureOf(error, this.name);
    } finally {
      await cursor.close().catch(() => undefined);
    }
  }
}

/** BSON's own types as JSON has them: dates and ids as text, decimals and 64-bit integers as decimal text. */
function plain(members: Document): Record<string, unknown> {
  for (const [name, value] of Object.entries(members)) {
    if (value instanceof Date) members[name] = value.toISOString();
    else if (typeof value === 'object' && value !== null && '_bsontype' in value)
      members[name] = String(value);
  }
  return members;
}

function failureOf(error: unknown, name: string): WeirError {
  const { message } = error as Error;
  if (error instanceof MongoServerError && REFUSALS.has(error.code)) {
    return new WeirError('WEIR_SOURCE_REFUSED', `${name} may not be read with this service's credentials`);
  }
  // The driver's message is told, its error is not handed on: the URI may hold a password.
  const reason = redactCredentials(message);
  return new WeirError('WEIR_SOURCE_UNAVAILABLE', `Collection ${name} cannot be read: ${reason}`);
}
