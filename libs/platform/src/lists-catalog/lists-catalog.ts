import { type ListEntryChanged, type ListName, TOPICS } from '@weir/contracts';
import type { Collection, Documents, Stored } from '../documents/index.js';
import { isWeirError, WeirError } from '../errors/index.js';
import { type EventBus, publishEvent } from '../event-bus/index.js';

export interface ListEntryKey {
  readonly list: ListName;
  /** Canonical host or registrable domain. */
  readonly entry: string;
}

/** An entry of the allow or deny list: who listed it, why, and until when. */
export interface ListEntry extends ListEntryKey {
  readonly reason?: string;
  readonly by?: string;
  /** ISO 8601, in UTC; from then on the entry does not count. */
  readonly expiresAt?: string;
  /** When it was listed in this form. */
  readonly at: string;
}

export interface ListChange {
  /** Asked of the entry there is; where it says no, the change rejects with `WEIR_PRECONDITION_FAILED`. */
  readonly onlyIf?: (current: ListEntry | null) => boolean;
}

export interface ListPage {
  readonly items: readonly ListEntry[];
  readonly next: string | null;
}

const PAGE = 1_000;
/** Each attempt lost is one that another caller won. */
const ATTEMPTS = 1_000;

export function isExpired({ expiresAt }: Pick<ListEntry, 'expiresAt'>, now: number): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) <= now;
}

/**
 * The allow and deny lists over Documents. Each change is published on `lists.entries` after it is stored. Entries that
 * ran out are not given, whether or not they are swept yet.
 */
export class ListsCatalog {
  constructor(
    private readonly documents: Documents,
    private readonly bus: Pick<EventBus, 'publish'>,
    /** CloudEvents source of the events: `/weir/gateway`. */
    private readonly source: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** Lists the entry, in place of the one there is. Asked again, it is only published again. */
  async put(entry: ListEntry, change: ListChange = {}): Promise<ListEntry> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (!(await this.#store(entry, change))) continue;
      await this.#publish(entry, entry);
      // A sweep may have taken it off for the one before, which had run out.
      if ((await this.get(entry)) !== null || isExpired(entry, this.now())) return entry;
    }
    throw new WeirError('WEIR_DOCUMENT_CONFLICT', `${idOf(entry)} is being changed by others`);
  }

  /** Whether there was such an entry. */
  async remove(key: ListEntryKey, by?: string, { onlyIf }: ListChange = {}): Promise<boolean> {
    if (onlyIf !== undefined && !(await this.#endIf(key, onlyIf))) return false;
    // One that was ended here may be swept before it is deleted here.
    const removed = (await (await this.#entries()).delete(idOf(key))) || onlyIf !== undefined;
    if (removed) await this.#publish(key, { removed: true, ...(by === undefined ? {} : { by }) });
    return removed;
  }

  async get(key: ListEntryKey): Promise<ListEntry | null> {
    const stored = await (await this.#entries()).get(idOf(key));
    return stored === null || isExpired(stored.value, this.now()) ? null : stored.value;
  }

  /** By entry; a page may be short where entries have run out. */
  async page(
    list: ListName,
    { after, limit = 100 }: { readonly after?: string; readonly limit?: number } = {},
  ): Promise<ListPage> {
    const found = await (await this.#entries()).find({
      where: { list },
      limit,
      ...(after === undefined ? {} : { after: idOf({ list, entry: after }) }),
    });
    return {
      items: found.items.map(({ value }) => value).filter((each) => !isExpired(each, this.now())),
      next: found.next === null ? null : found.next.slice(list.length + 1),
    };
  }

  /** Every entry of both lists. */
  async all(): Promise<ListEntry[]> {
    const entries: ListEntry[] = [];
    for await (const { value } of this.#every()) if (!isExpired(value, this.now())) entries.push(value);
    return entries;
  }

  /** Deletes what has run out, and says so. Gives how many; several may sweep at once. */
  async sweep(): Promise<number> {
    const collection = await this.#entries();
    let swept = 0;
    for await (const { id, value } of this.#every()) {
      if (!isExpired(value, this.now())) continue;
      // Looked at again: it may have been renewed while the others were swept.
      const stored = await collection.get(id);
      if (stored === null || !isExpired(stored.value, this.now())) continue;
      if (await this.remove(stored.value)) swept += 1;
    }
    return swept;
  }

  async *#every(): AsyncGenerator<Stored<ListEntry>> {
    const collection = await this.#entries();
    for (let after: string | undefined; ; ) {
      const page = await collection.find({ limit: PAGE, ...(after === undefined ? {} : { after }) });
      yield* page.items;
      if (page.next === null) return;
      after = page.next;
    }
  }

  /** False where someone else was faster. */
  async #store(entry: ListEntry, { onlyIf }: ListChange): Promise<boolean> {
    const collection = await this.#entries();
    const id = idOf(entry);
    const stored = await collection.get(id);
    if (onlyIf !== undefined) this.#check(entry, stored, onlyIf);
    try {
      if (stored === null) await collection.insert(id, entry);
      else await collection.replace(id, entry, stored.revision);
      return true;
    } catch (error) {
      if (isWeirError(error, 'WEIR_DOCUMENT_EXISTS') || isWeirError(error, 'WEIR_DOCUMENT_CONFLICT'))
        return false;
      throw error;
    }
  }

  /**
   * Lets the entry run out, if it is the one meant: a deletion cannot be made to depend on what it deletes, a replacement
   * can. False where there is none.
   */
  async #endIf(key: ListEntryKey, onlyIf: NonNullable<ListChange['onlyIf']>): Promise<boolean> {
    const collection = await this.#entries();
    const stored = await collection.get(idOf(key));
    const current = this.#check(key, stored, onlyIf);
    if (stored === null || current === null) return false;
    const ended = { ...current, expiresAt: new Date(this.now()).toISOString() };
    await collection.replace(stored.id, ended, stored.revision).catch((error: unknown) => {
      throw isWeirError(error, 'WEIR_DOCUMENT_CONFLICT') ? changedMeanwhile(key) : error;
    });
    return true;
  }

  /** The entry that counts now. Throws `WEIR_PRECONDITION_FAILED`. */
  #check(
    key: ListEntryKey,
    stored: Stored<ListEntry> | null,
    onlyIf: NonNullable<ListChange['onlyIf']>,
  ): ListEntry | null {
    const current = stored === null || isExpired(stored.value, this.now()) ? null : stored.value;
    if (!onlyIf(current)) throw changedMeanwhile(key);
    return current;
  }

  async #publish({ list, entry }: ListEntryKey, change: Partial<ListEntryChanged>): Promise<void> {
    const event: ListEntryChanged = { ...change, list, entry, at: new Date(this.now()).toISOString() };
    await publishEvent(this.bus, TOPICS.listsEntries, idOf({ list, entry }), event, { source: this.source });
  }

  #entries(): Promise<Collection<ListEntry>> {
    return this.documents.collection<ListEntry>({ name: 'list_entries', indexes: [{ field: 'list' }] });
  }
}

function changedMeanwhile(key: ListEntryKey): WeirError {
  return new WeirError('WEIR_PRECONDITION_FAILED', `${idOf(key)} is not what it was`);
}

/** The document's id and the event's key. */
function idOf({ list, entry }: ListEntryKey): string {
  return `${list}/${entry}`;
}
