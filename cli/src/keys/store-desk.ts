import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type ApiKey,
  AuditCatalog,
  createLogger,
  type Documents,
  type Environment,
  isWeirError,
  KeyCatalog,
  openBackends,
  readEnvironment,
} from '@weir/platform';
import { CliError } from '../errors/cli-error.js';
import type { KeyDesk, KeyEntry, KeyOrder } from './key-desk.js';

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));
const STATE = '.weir';
const BY = 'command line';

interface Store {
  readonly place: string;
  readonly documents: Documents;
  close(): Promise<void>;
}

/**
 * Keys in the store that the environment names; null where a running Weir has the state folder to itself. Whoever reaches
 * the store needs no key: that is how the first one is made.
 */
export async function storeDesk(variables: NodeJS.ProcessEnv): Promise<KeyDesk | null> {
  const environment = readEnvironment(variables);
  environment.home = homeOf(variables, environment.home);
  const opening = environment.documents === 'mongodb' ? openMongo(environment) : openFolder(environment);
  const store = await opening.catch((error: unknown) => {
    if (isWeirError(error, 'WEIR_STATE_LOCKED')) return null;
    throw error;
  });
  return store === null ? null : deskAt(store);
}

function deskAt({ place, documents, close }: Store): KeyDesk {
  const keys = new KeyCatalog(documents);
  const audit = new AuditCatalog(documents);
  const note = (action: 'key.create' | 'key.revoke', subject: string) =>
    audit.add({ by: BY, action, subject, requestId: randomUUID() });
  return {
    place,
    create: async (order) => {
      const { record, key } = await keys.create({ ...orderOf(order), createdBy: BY });
      await note('key.create', record.id);
      return { ...entryOf(record), key };
    },
    list: async () => (await keys.all()).map(entryOf),
    revoke: async (id) => {
      if ((await keys.revoke(id)) === null) throw new CliError('WEIR_NOT_FOUND', `There is no key ${id}`);
      await note('key.revoke', id);
    },
    close,
  };
}

/** Of the four stores only the documents are used: the others' servers need not be there. */
async function openMongo({ mongodbUri: uri = '' }: Environment): Promise<Store> {
  const { MongoDocuments } = await import('@weir/platform/adapters');
  const documents = new MongoDocuments({ uri });
  return { place: 'the MongoDB of MONGODB_URI', documents, close: () => documents.close() };
}

async function openFolder(environment: Environment): Promise<Store> {
  Object.assign(environment, EMBEDDED);
  const logger = () => createLogger({ service: 'weir', level: 'silent' });
  const { documents, close } = await openBackends(environment, logger);
  return { place: environment.home, documents, close };
}

const EMBEDDED = { bus: 'embedded', objects: 'filesystem', cache: 'memory' } as const;

/** The folder of the environment, of this place, or of the checkout: `npm start` has its own there. */
function homeOf({ WEIR_HOME: given = '' }: NodeJS.ProcessEnv, fallback: string): string {
  if (given !== '' || existsSync(resolve(STATE))) return resolve(fallback);
  return resolve(CHECKOUT, STATE);
}

function entryOf({ hash: _, scopes, ...entry }: ApiKey): KeyEntry {
  return { ...entry, scopes: [...scopes] };
}

/** Times are texts in the store. */
function orderOf({ name, scopes, expiresAt, requestsPerSecond }: KeyOrder) {
  return {
    name,
    scopes,
    ...(expiresAt === undefined ? {} : { expiresAt: String(expiresAt) }),
    ...(typeof requestsPerSecond === 'number' ? { requestsPerSecond } : {}),
  };
}
