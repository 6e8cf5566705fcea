import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WeirError } from '@weir/platform';
import { type StaticFile, StaticFolder } from './static-folder.js';

/** As Vite names them: a name, and the hash of what is in it. */
const HASHED = /^[\w-]+-[\w-]{8}\.(js|css|svg|png)$/;

/** The page that Vite built: one document for all its paths, and files that never change under their names. */
export class BuiltPage {
  readonly #assets: StaticFolder;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#assets = new StaticFolder(join(folder, 'assets'), HASHED);
  }

  /** Read anew each time: after a new build it names other files. Throws `WEIR_PAGE_MISSING`. */
  async document(): Promise<StaticFile> {
    try {
      const bytes = await readFile(join(this.#folder, 'index.html'));
      return { type: 'text/html; charset=utf-8', bytes };
    } catch (cause) {
      throw new WeirError('WEIR_PAGE_MISSING', 'The page was not built: run "npm run build"', { cause });
    }
  }

  /** Null where there is none of that name. */
  async asset(name: string): Promise<StaticFile | null> {
    return this.#assets.read(name).catch(() => null);
  }
}
