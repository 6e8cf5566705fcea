import { dirname } from 'node:path';
import { type Documents, type Run, RunCatalog } from '@weir/platform';

interface GivenPaths {
  readonly paths: readonly string[];
}

const ID = 'given';
const PAGE = 1_000;

/**
 * The files that people gave with `--data`, remembered while a run may still have to read them: a start after a crash
 * finishes the run, and must be allowed the file though nobody names it again. A path that came in a request is never
 * among them.
 */
export class GivenData {
  readonly #runs: RunCatalog;

  constructor(private readonly documents: Documents) {
    this.#runs = new RunCatalog(documents);
  }

  /** Remembers the file given at this start, if any; returns the folders that this start's runs may read from. */
  async folders(given: string | undefined): Promise<string[]> {
    const collection = await this.documents.collection<GivenPaths>({ name: 'given-data', indexes: [] });
    const stored = await collection.get(ID);
    const unfinished = new Set((await this.#unfinished()).map(({ source }) => source?.path));
    const kept = (stored?.value.paths ?? []).filter((path) => unfinished.has(path));
    const paths = [...new Set(given === undefined ? kept : [...kept, given])];
    if (stored === null) await collection.insert(ID, { paths });
    else await collection.replace(ID, { paths }, stored.revision);
    return paths.map(dirname);
  }

  /**
   * The newest run on exactly this file that an earlier start left in the middle. It goes on by itself; one that no
   * stage has taken up may have been cut off before it was asked for, and never begin.
   */
  async unfinishedRun(path: string, schema: string): Promise<Run | null> {
    const runs = await this.#unfinished();
    const isWanted = (run: Run) =>
      run.state === 'running' &&
      run.schema === schema &&
      run.source?.path === path &&
      run.until === 'training';
    return runs.find(isWanted) ?? null;
  }

  async #unfinished(): Promise<Run[]> {
    const { items } = await this.#runs.list({ limit: PAGE });
    return items.filter(
      ({ state, source }) => source?.kind === 'file' && (state === 'queued' || state === 'running'),
    );
  }
}
