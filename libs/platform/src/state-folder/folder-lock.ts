import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { WeirError } from '../errors/index.js';

/**
 * Exclusive use of a folder, given back by the kernel when the process dies, however it dies: nothing stale can be
 * left behind, so nothing has to guess whether a lock is stale.
 *
 * Node has no file locks. What the kernel does hand out exclusively and take back by itself is a name: on Linux a
 * socket in the abstract namespace, on Windows a named pipe, made from the folder's device and inode. A socket
 * file would outlive its process, and clearing it away is a race; a pid file fails when pids are used again. On
 * other systems (macOS, BSD) `open` itself takes a lock, `O_EXLOCK`.
 *
 * Abstract sockets belong to a network namespace: two containers that mount one folder do not see each other.
 */
export interface FolderLock {
  release(): Promise<void>;
}

const LOCK_FILE = 'weir.lock';
/** Of BSD's `open(2)`; Node does not name it. */
const O_EXLOCK = 0x20;

export async function lockFolder(folder: string): Promise<FolderLock> {
  const lock = hasNamedSockets() ? await listenOn(socketName(folder), folder) : openExclusively(folder);
  // For people, and for those whose owner is too busy to answer: the lock itself is the kernel's.
  writeFileSync(join(folder, LOCK_FILE), `${process.pid}\n`);
  return lock;
}

function hasNamedSockets(): boolean {
  return process.platform === 'linux' || process.platform === 'win32';
}

function socketName(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  const name = `weir-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`;
}

async function listenOn(name: string, folder: string): Promise<FolderLock> {
  const server = createServer((connection) => {
    connection.on('error', () => connection.destroy());
    connection.end(String(process.pid));
  });
  const failure = await listening(server, name);
  if (failure !== undefined) {
    if (failure.code === 'EADDRINUSE') throw locked(folder, await askForPid(name, folder));
    throw new WeirError('WEIR_STATE_UNWRITABLE', `${folder}: no lock can be taken`, { cause: failure });
  }
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function listening(server: Server, name: string): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen({ path: name, exclusive: true }, () => resolve(undefined));
  });
}

const ANSWER_MS = 1_000;

/** The owner's process id, from itself, or from the lock file if it does not answer in time. */
function askForPid(name: string, folder: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const connection = connect(name);
    const settle = () => {
      connection.destroy();
      resolve(asPid(answer) ?? writtenPid(folder));
    };
    connection.setTimeout(ANSWER_MS, settle).on('error', settle).on('end', settle);
    connection.on('data', (chunk) => {
      answer += String(chunk);
    });
  });
}

function openExclusively(folder: string): FolderLock {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK;
  try {
    const descriptor = openSync(join(folder, LOCK_FILE), flags, 0o644);
    return { release: async () => closeSync(descriptor) };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EAGAIN') throw locked(folder, writtenPid(folder));
    throw new WeirError('WEIR_STATE_UNWRITABLE', `${folder}: no lock can be taken`, { cause });
  }
}

function writtenPid(folder: string): number | undefined {
  try {
    return asPid(readFileSync(join(folder, LOCK_FILE), 'utf8'));
  } catch {
    return undefined;
  }
}

function asPid(text: string): number | undefined {
  const pid = Number(text.trim());
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function locked(folder: string, pid: number | undefined): WeirError {
  const owner = pid === undefined ? 'another process' : `process ${pid}`;
  return new WeirError('WEIR_STATE_LOCKED', `${folder} is in use by ${owner}`, { context: { folder, pid } });
}
