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

/** A few named files of a folder, read once. Nothing else of the folder can be reached. */
export class StaticFolder {
  readonly #files = new Map<string, Promise<StaticFile>>();

  constructor(
    private readonly folder: string,
    private readonly names: readonly string[],
  ) {}

  /** The file, or null if it is not one of those served. */
  async read(name: string): Promise<StaticFile | null> {
    if (!this.names.includes(name)) return null;
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
