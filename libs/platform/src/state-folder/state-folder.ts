import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { type FolderLock, lockFolder } from './folder-lock.js';
import { assertLmdb } from './lmdb-file.js';
import { unwritable, writableFolder } from './writable.js';

/** Where the embedded backends keep their state; one process at a time. */
export interface StateFolder {
  /** The real, absolute path. */
  readonly path: string;
  /**
   * The LMDB environment of this name, opened once for all who ask. Never close it: the folder does. Writes that belong
   * together need `batch` or `transaction`; those of one turn are not joined by themselves.
   */
  lmdb(name: string): RootDatabase;
  /** Path of a folder inside, made if it is not there. */
  sub(name: string): string;
  /** Gives this opening back. With the last one the environments are closed and the lock is released. Idempotent. */
  close(): Promise<void>;
}

/** Named databases in one environment; each costs a few hundred bytes a transaction. */
const MAX_DATABASES = 256;

/**
 * Opens a state folder. Opened again in the same process it is shared: every service of a standalone process may
 * ask for it.
 *
 * Rejects with `WEIR_STATE_LOCKED` if another process has it, `WEIR_STATE_UNWRITABLE` if it cannot be made or
 * written, or its disk is full.
 */
export async function openStateFolder(path: string): Promise<StateFolder> {
  const folder = writableFolder(path);
  const shared = sharedFolders.get(folder) ?? new SharedFolder(folder);
  sharedFolders.set(folder, shared);
  await shared.acquire();
  let closing: Promise<void> | undefined;
  return {
    path: folder,
    lmdb: (name) => shared.lmdb(name),
    sub: (name) => shared.sub(name),
    close: () => {
      closing ??= shared.release();
      return closing;
    },
  };
}

/** Folders this process has open, by real path. */
const sharedFolders = new Map<string, SharedFolder>();

class SharedFolder {
  readonly #environments = new Map<string, RootDatabase>();
  #lock: Promise<FolderLock> | undefined;
  #closing: Promise<void> | undefined;
  #users = 0;

  constructor(private readonly path: string) {}

  async acquire(): Promise<void> {
    this.#users += 1;
    await this.#closing;
    this.#lock ??= lockFolder(this.path);
    try {
      await this.#lock;
    } catch (error) {
      this.#users -= 1;
      this.#lock = undefined;
      if (this.#users === 0) sharedFolders.delete(this.path);
      throw error;
    }
  }

  async release(): Promise<void> {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.#closing = this.#shutDown();
    await this.#closing;
    if (this.#users === 0) sharedFolders.delete(this.path);
  }

  async #shutDown(): Promise<void> {
    const lock = this.#lock;
    this.#lock = undefined;
    for (const environment of this.#environments.values()) await environment.close();
    this.#environments.clear();
    await (await lock)?.release();
  }

  lmdb(name: string): RootDatabase {
    const existing = this.#environments.get(name);
    if (existing !== undefined) return existing;
    const environment = this.#open(join(this.path, `${name}.lmdb`));
    this.#environments.set(name, environment);
    return environment;
  }

  #open(path: string): RootDatabase {
    try {
      assertLmdb(path);
      return open({
        path,
        noSubdir: true,
        maxDbs: MAX_DATABASES,
        // A write then resolves when it is on the disk: it survives a power cut, and a disk that fails to take it
        // is reported to the writer, not after the acknowledgement.
        overlappingSync: false,
        // Else lmdb makes a promise of its own for every turn, which nobody can catch: a full disk would end the process.
        eventTurnBatching: false,
      });
    } catch (cause) {
      throw unwritable(this.path, cause);
    }
  }

  sub(name: string): string {
    const path = join(this.path, name);
    try {
      mkdirSync(path, { recursive: true });
    } catch (cause) {
      throw unwritable(this.path, cause);
    }
    return path;
  }
}
