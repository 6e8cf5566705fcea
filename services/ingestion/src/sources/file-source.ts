import { type FileHandle, open, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { SourceRequest } from '@weir/contracts';
import { WeirError } from '@weir/platform';
import { openBytes } from './byte-source.js';
import { requireMember } from './require-member.js';
import type { OpenSource, Source } from './source.js';

/**
 * Files below the folders allowed (`WEIR_FILES`), links followed before the check.
 * A relative path is looked for below each folder in turn.
 */
export class FileSource implements Source {
  constructor(private readonly roots: readonly string[]) {}

  async open(request: SourceRequest, expected: readonly string[]): Promise<OpenSource> {
    const path = await this.#locate(requireMember(request, 'path'));
    const handle = await openRegularFile(path);
    const source = {
      name: path,
      bytes: handle.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>,
      facts: {},
      close: () => handle.close(),
    };
    return openBytes(source, request, expected);
  }

  /** The file's real path. What lies outside is refused alike whether it exists or not. */
  async #locate(path: string): Promise<string> {
    if (path.includes('\0')) throw refused(path);
    const candidates = this.roots.map((root) => ({ root, file: isAbsolute(path) ? path : join(root, path) }));
    const inside = candidates.filter(({ root, file }) => isBelow(resolve(root), resolve(file)));
    for (const { root, file } of inside) {
      const real = await realpath(file).catch(() => null);
      if (real === null) continue;
      if (isBelow(await realpath(root), real)) return real;
      throw refused(path);
    }
    if (inside.length === 0 && !(await this.#isBelowRealRoot(path))) throw refused(path);
    throw new WeirError('WEIR_NOT_FOUND', `There is no file ${path} below the folders allowed`);
  }

  /** A root may be given by a link, and the file by where the link leads. */
  async #isBelowRealRoot(path: string): Promise<boolean> {
    for (const root of this.roots) {
      const real = await realpath(root).catch(() => null);
      if (real !== null && isAbsolute(path) && isBelow(real, resolve(path))) return true;
    }
    return false;
  }
}

async function openRegularFile(path: string): Promise<FileHandle> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES' || error.code === 'EPERM') {
      throw new WeirError('WEIR_SOURCE_REFUSED', `${path} may not be read by this process`, { cause: error });
    }
    if (error.code === 'ENOENT') throw new WeirError('WEIR_NOT_FOUND', `There is no file ${path}`);
    throw new WeirError('WEIR_SOURCE_UNAVAILABLE', `${path} cannot be opened: ${error.message}`, {
      cause: error,
    });
  });
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw new WeirError('WEIR_SOURCE_REFUSED', `${path} is not a regular file`);
}

function isBelow(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function refused(path: string): WeirError {
  return new WeirError(
    'WEIR_SOURCE_REFUSED',
    `${JSON.stringify(path)} is not below a folder that may be read`,
  );
}
