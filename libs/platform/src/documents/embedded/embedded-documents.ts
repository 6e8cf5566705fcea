import type { Database, RootDatabase } from 'lmdb';
import { WeirError } from '../../errors/index.js';
import { checkSpec, existsError } from '../document-rules.js';
import type { Collection, CollectionSpec, Documents, DocumentValue } from '../documents.js';
import { writeDurably } from './durable-write.js';
import { type CollectionState, EmbeddedCollection } from './embedded-collection.js';
import { adopt } from './embedded-indexes.js';

/**
 * Documents on LMDB, for one process. A write resolves once it is flushed to disk. The environment handed in stays its
 * owner's: `close` ends the use of it, and leaves it open.
 */
export class EmbeddedDocuments implements Documents {
  private readonly rows: Database;
  private readonly states = new Map<string, CollectionState>();
  private closed = false;

  constructor(private readonly root: RootDatabase) {
    this.rows = root.openDB({ name: 'documents', encoding: 'json' });
  }

  async collection<T extends DocumentValue>(spec: CollectionSpec): Promise<Collection<T>> {
    this.assertOpen();
    checkSpec(spec);
    const state = this.states.get(spec.name) ?? {
      root: this.root,
      rows: this.rows,
      spec: { name: spec.name, indexes: [] },
    };
    this.states.set(spec.name, state);
    await writeDurably(this.root, () => {
      const adopted = adopt(this.rows, spec);
      if (adopted === undefined) return existsError(spec.name, 'two documents with one unique value');
      // In the transaction: a write queued behind it already keeps the new indexes.
      state.spec = adopted;
      return true;
    });
    return new EmbeddedCollection<T>(state, () => this.assertOpen());
  }

  async check(): Promise<void> {
    this.assertOpen();
    try {
      this.rows.getStats();
    } catch (cause) {
      throw new WeirError('WEIR_DOCUMENTS_UNAVAILABLE', 'The document database is closed.', { cause });
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.root.flushed;
  }

  private assertOpen(): void {
    if (this.closed) throw new WeirError('WEIR_DOCUMENTS_UNAVAILABLE', 'The document store was closed.');
  }
}
