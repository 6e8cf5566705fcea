import { createHash } from 'node:crypto';
import type { UrlSketchPublished } from '@weir/contracts';
import { type Collection, type Documents, isWeirError, type Stored } from '@weir/platform';

/** A sketch that waits to be looked at: as one process published it, or several made one. */
export interface WaitingSketch {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly processes: readonly string[];
  /** ISO 8601; `to` exclusive. */
  readonly from: string;
  readonly to: string;
  /** Windows that it sums up. */
  readonly windows: number;
  readonly sketch: Record<string, unknown>;
  /** The sketches it took the place of. */
  readonly of: readonly string[];
}

export type FoldedSketch = Omit<WaitingSketch, 'id' | 'of'>;

type StoredSketch =
  | (Omit<WaitingSketch, 'id'> & { readonly state: 'open' })
  /** What is left of one that was counted, so that it is known should it come again. */
  | { readonly state: 'counted'; readonly to: string };

const PAGE = 50;

/** Sketches on their way into a report, over Documents: a crash loses none, and one that comes twice is counted once. */
export class SketchInbox {
  constructor(private readonly documents: Documents) {}

  /** Whether it is new. */
  async add({ id, model, process, from, to, sketch }: UrlSketchPublished): Promise<boolean> {
    const { name, version } = model;
    const [start, end] = [from, to].map((at) => new Date(at).toISOString()) as [string, string];
    const window = { name, version, processes: [process], from: start, to: end, windows: 1, sketch };
    return this.#insert(idOf(end, [id, name, String(version)]), window, []);
  }

  /** All that wait, the oldest window first. */
  async open(): Promise<WaitingSketch[]> {
    const found: WaitingSketch[] = [];
    for await (const { id, value } of this.#all('open')) {
      if (value.state === 'open') found.push({ ...value, id });
    }
    // After a crash between the two steps of `fold`, both would be there.
    const replaced = new Set(found.flatMap(({ of }) => of));
    return found.filter(({ id }) => !replaced.has(id));
  }

  /** Puts one sketch in the place of several. */
  async fold(sketches: readonly WaitingSketch[], folded: FoldedSketch): Promise<void> {
    const ids = sketches.map(({ id }) => id);
    await this.#insert(idOf(folded.to, ids), folded, ids);
    await this.count(sketches);
  }

  /** They were counted, and are not given again. Doing it again changes nothing. */
  async count(sketches: readonly WaitingSketch[]): Promise<void> {
    const collection = await this.#sketches();
    // Those that it replaced before it: else a crash in between would bring them back.
    for (const id of sketches.flatMap(({ id, of }) => [...of, id])) {
      const stored = await collection.get(id);
      if (stored === null || stored.value.state === 'counted') continue;
      await collection
        .replace(id, { state: 'counted', to: stored.value.to }, stored.revision)
        .catch(unless('WEIR_DOCUMENT_CONFLICT'));
    }
  }

  /** Forgets what was counted of windows that ended before. */
  async forget(before: Date): Promise<void> {
    const collection = await this.#sketches();
    const last = before.toISOString();
    for await (const { id, value } of this.#all('counted')) {
      if (value.to >= last) return;
      await collection.delete(id);
    }
  }

  async #insert(id: string, window: FoldedSketch, of: readonly string[]): Promise<boolean> {
    try {
      await (await this.#sketches()).insert(id, { ...window, state: 'open', of });
      return true;
    } catch (error) {
      unless('WEIR_DOCUMENT_EXISTS')(error);
      return false;
    }
  }

  async *#all(state: StoredSketch['state']): AsyncGenerator<Stored<StoredSketch>> {
    const collection = await this.#sketches();
    for (let after: string | null | undefined; after !== null; ) {
      const options = after === undefined ? {} : { after };
      const page = await collection.find({ where: { state }, limit: PAGE, ...options });
      yield* page.items;
      after = page.next;
    }
  }

  #sketches(): Promise<Collection<StoredSketch>> {
    return this.documents.collection({ name: 'stream_sketches', indexes: [{ field: 'state' }] });
  }
}

/** Sorts by the end of the window; names and ids may be longer than an id can be. */
function idOf(to: string, names: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(names)).digest('hex');
  return `${to}/${hash.slice(0, 32)}`;
}

function unless(code: Parameters<typeof isWeirError>[1]): (error: unknown) => void {
  return (error) => {
    if (!isWeirError(error, code)) throw error;
  };
}
