import { URL_SCHEMA } from '@weir/contracts';
import {
  type Correction,
  type Documents,
  FeedbackCatalog,
  feedbackSnapshots,
  type Objects,
  SnapshotCatalog,
  type SnapshotManifest,
  SnapshotWriter,
} from '@weir/platform';

/** What stands in the source column of a corrected row, and names the source of their snapshot. */
export const FEEDBACK_SOURCE = 'feedback';

/** Keeps corrections, and makes an immutable snapshot of all that stand, for the next training to learn from. */
export class FeedbackIntake {
  readonly #corrections: FeedbackCatalog;
  readonly #made: SnapshotCatalog;
  readonly #urls: SnapshotCatalog;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    documents: Documents,
    private readonly objects: Objects,
  ) {
    this.#corrections = new FeedbackCatalog(documents);
    this.#made = feedbackSnapshots(documents);
    this.#urls = new SnapshotCatalog(documents);
  }

  /**
   * Takes corrections and makes the snapshot that holds them; made again, the same corrections give the same one.
   * Rejects where a store is away: the same corrections may then be handed over again.
   */
  async take(corrections: readonly Correction[]): Promise<SnapshotManifest> {
    for (const each of corrections) await this.#corrections.take(each);
    // One at a time, so that a snapshot begun later never holds less.
    const turn = this.#turn.then(() => this.#snapshot());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Its date is when reading began, so that of two replicas' snapshots the one that saw more is the newer: whoever
   * reads has kept its own corrections before.
   */
  async #snapshot(): Promise<SnapshotManifest> {
    const createdAt = new Date().toISOString();
    const parent = await this.#urls.newest(URL_SCHEMA.name);
    const writer = await SnapshotWriter.open(URL_SCHEMA);
    try {
      for await (const { url, label, at } of this.#corrections.all()) {
        await writer.add([url, FEEDBACK_SOURCE, at], CLASSES.indexOf(label));
      }
      const stored = await writer.store(this.objects, {
        source: { kind: FEEDBACK_SOURCE, name: 'urls.feedback' },
        runId: FEEDBACK_SOURCE,
        createdAt,
        ...(parent === null ? {} : { parent: parent.id }),
      });
      return await this.#made.record(stored);
    } finally {
      await writer.dispose();
    }
  }
}

const CLASSES = URL_SCHEMA.label.classes.map(({ name }) => name);
