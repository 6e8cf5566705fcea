import { Inject, Injectable } from '@nestjs/common';
import { type ListEntryKey, ListsCatalog } from '@weir/platform';
import { UrlLists } from './url-lists.js';

/** Above so many changes at once it is cheaper to read everything. */
const MOST_SINGLE_READS = 20;

/**
 * Keeps the lists in memory as the store has them. The store is asked each time, so stale and reordered events change
 * nothing; one reading at a time, so that an old one never covers a newer.
 */
@Injectable()
export class ListsFollower {
  #turn: Promise<void> = Promise.resolve();

  constructor(
    @Inject(ListsCatalog) private readonly catalog: ListsCatalog,
    @Inject(UrlLists) private readonly lists: UrlLists,
  ) {}

  /** Rejects where the store cannot be read. */
  readAll(): Promise<void> {
    return this.#inTurn(async () => this.lists.replaceAll(await this.catalog.all()));
  }

  /** Rejects where the store cannot be read. */
  follow(keys: readonly ListEntryKey[]): Promise<void> {
    if (keys.length > MOST_SINGLE_READS) return this.readAll();
    return this.#inTurn(async () => {
      const entries = await Promise.all(keys.map((key) => this.catalog.get(key)));
      for (const [index, entry] of entries.entries()) {
        if (entry !== null) this.lists.set(entry);
        else this.lists.delete(keys[index] as ListEntryKey);
      }
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
