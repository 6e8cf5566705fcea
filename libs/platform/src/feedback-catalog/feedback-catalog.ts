import { createHash } from 'node:crypto';
import type { UrlFeedback } from '@weir/contracts';
import type { Collection, Documents } from '../documents/index.js';
import { isWeirError, WeirError } from '../errors/index.js';
import { SnapshotCatalog } from '../snapshots/index.js';

/** An analyst's correction of one URL. */
export interface Correction {
  readonly id: string;
  /** As it was sent. */
  readonly url: string;
  /** What all spellings of the URL have in common. */
  readonly canonical: string;
  readonly label: UrlFeedback['label'];
  readonly by: string;
  /** ISO 8601, in UTC, to the millisecond: compared as text. */
  readonly at: string;
}

const PAGE = 1_000;
/** Each attempt lost is one that another caller won. */
const ATTEMPTS = 1_000;

/** The newest correction of each URL, over Documents. A correction is taken once, whatever comes again. */
export class FeedbackCatalog {
  constructor(private readonly documents: Documents) {}

  /** Whether it is now the newest of its URL; false for one that was taken before, by its id, or came too late. */
  async take(correction: Correction): Promise<boolean> {
    const received = await this.#received();
    const id = digest(correction.id);
    if ((await received.get(id)) !== null) return false;
    const isNewest = await this.#keep(correction);
    // Last: a crash before it takes the correction again, which changes nothing.
    await received.insert(id, { at: correction.at }).catch(ignoreTaken);
    return isNewest;
  }

  /** Every URL's newest correction, in an order that their URLs alone decide. */
  async *all(): AsyncGenerator<Correction> {
    const corrections = await this.#corrections();
    for (let after: string | undefined; ; ) {
      const page = await corrections.find({ limit: PAGE, ...(after === undefined ? {} : { after }) });
      for (const { value } of page.items) yield value;
      if (page.next === null) return;
      after = page.next;
    }
  }

  async #keep(correction: Correction): Promise<boolean> {
    const corrections = await this.#corrections();
    const id = digest(correction.canonical);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const stored = await corrections.get(id);
      if (stored !== null && !isNewer(correction, stored.value)) return stored.value.id === correction.id;
      try {
        if (stored === null) await corrections.insert(id, correction);
        else await corrections.replace(id, correction, stored.revision);
        return true;
      } catch (error) {
        if (!isTaken(error)) throw error;
      }
    }
    throw new WeirError('WEIR_DOCUMENT_CONFLICT', 'The correction is being changed by others');
  }

  #corrections(): Promise<Collection<Correction>> {
    return this.documents.collection<Correction>({ name: 'url_feedback', indexes: [] });
  }

  #received(): Promise<Collection<{ readonly at: string }>> {
    return this.documents.collection<{ readonly at: string }>({ name: 'url_feedback_taken', indexes: [] });
  }
}

/**
 * The snapshots of corrections. Apart from those of `url`: a run that names no snapshot takes the newest of its schema,
 * and corrections alone are no training set.
 */
export function feedbackSnapshots(documents: Documents): SnapshotCatalog {
  return new SnapshotCatalog(documents, 'feedback_snapshots');
}

/** Of two at the same instant, which comes first must not decide. */
function isNewer(next: Correction, known: Correction): boolean {
  return next.at === known.at ? next.id > known.id : next.at > known.at;
}

/** Ids and URLs may be longer than a document's id, and hold what none may. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function isTaken(error: unknown): boolean {
  return isWeirError(error, 'WEIR_DOCUMENT_EXISTS') || isWeirError(error, 'WEIR_DOCUMENT_CONFLICT');
}

function ignoreTaken(error: unknown): void {
  if (!isTaken(error)) throw error;
}
