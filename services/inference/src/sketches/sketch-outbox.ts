import { cloudEventHeaders, TOPICS, type UrlSketchPublished } from '@weir/contracts';
import { type StreamSketchJson, sketchFromJson, sketchToJson } from '@weir/drift';
import type { EventBus } from '@weir/platform';

/** Two hours of the default window for one model version, some 3 MB. */
const MOST_WAITING = 24;
const RETRY_MS = 30_000;

export type SketchOutcome = 'published' | 'failed' | 'merged' | 'dropped';

export interface SketchOutboxOptions {
  readonly bus: Pick<EventBus, 'publish'>;
  readonly source: string;
  readonly onOutcome: (outcome: SketchOutcome, error?: unknown) => void;
}

/**
 * Sketches on their way to `urls.sketches`. What the bus does not take waits, with its id, and is tried again; when too
 * many wait, the two oldest of a model version become one, and where no two are of one version the oldest is dropped.
 */
export class SketchOutbox {
  #waiting: UrlSketchPublished[] = [];
  #sending: Promise<void> = Promise.resolve();
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(private readonly options: SketchOutboxOptions) {}

  get waiting(): readonly UrlSketchPublished[] {
    return this.#waiting;
  }

  /** Resolves once it was tried; never rejects. */
  send(sketch: UrlSketchPublished): Promise<void> {
    this.#waiting.push(sketch);
    while (this.#waiting.length > MOST_WAITING) this.#makeRoom();
    return this.#sendAll();
  }

  /** What still waits is given up. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
  }

  #sendAll(): Promise<void> {
    this.#sending = this.#sending.then(() => this.#attempt());
    return this.#sending;
  }

  async #attempt(): Promise<void> {
    const { bus, source, onOutcome } = this.options;
    for (let sketch = this.#waiting[0]; sketch !== undefined; sketch = this.#waiting[0]) {
      const headers = cloudEventHeaders(TOPICS.urlsSketches, { id: sketch.id, source });
      const value = JSON.stringify(sketch);
      try {
        await bus.publish([{ topic: TOPICS.urlsSketches.name, key: sketch.model.name, value, headers }]);
      } catch (error) {
        onOutcome('failed', error);
        this.#tryAgain();
        return;
      }
      onOutcome('published');
      // Merged with a younger one while it was on its way, it is counted twice: rows of one window, in an outage of hours.
      this.#waiting = this.#waiting.filter((each) => each !== sketch);
    }
  }

  #tryAgain(): void {
    clearTimeout(this.#retry);
    if (this.#closed) return;
    this.#retry = setTimeout(() => void this.#sendAll(), RETRY_MS);
    this.#retry.unref();
  }

  #makeRoom(): void {
    for (const [at, older] of this.#waiting.entries()) {
      const next = this.#waiting.findIndex((each, place) => place > at && isSameVersion(each, older));
      const younger = this.#waiting[next];
      if (younger === undefined) continue;
      this.#waiting[next] = merged(older, younger);
      this.#waiting.splice(at, 1);
      this.options.onOutcome('merged');
      return;
    }
    this.#waiting.shift();
    this.options.onOutcome('dropped');
  }
}

function isSameVersion({ model: a }: UrlSketchPublished, { model: b }: UrlSketchPublished): boolean {
  return a.name === b.name && a.version === b.version;
}

function merged(older: UrlSketchPublished, younger: UrlSketchPublished): UrlSketchPublished {
  const sketch = sketchFromJson(younger.sketch);
  sketch.merge(sketchFromJson(older.sketch));
  return { ...younger, from: older.from, rows: sketch.rows, sketch: plain(sketchToJson(sketch)) };
}

/** The event's class knows nothing of what is inside. */
export function plain(sketch: StreamSketchJson): Record<string, unknown> {
  return { ...sketch };
}
