import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

export interface StaticFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/** A few files of a folder, read once. Nothing else of the folder can be reached. */
export class StaticFolder {
  readonly #files = new Map<string, Promise<StaticFile>>();

  constructor(
    private readonly folder: string,
    /** By name, or by what their names look like: no pattern may let a path out of the folder. */
    private readonly names: readonly string[] | RegExp,
  ) {}

  /** The file, or null if it is not one of those served. Rejects where one that is named is not there. */
  async read(name: string): Promise<StaticFile | null> {
    const isServed = this.names instanceof RegExp ? this.names.test(name) : this.names.includes(name);
    if (!isServed) return null;
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const file = readFile(join(this.folder, name)).then((bytes) => ({
      type: TYPES[extname(name)] ?? 'application/octet-stream',
      bytes,
    }));
    this.#files.set(name, file);
    // A failure is not remembered.
    file.catch(() => this.#files.delete(name));
    return file;
  }
}
