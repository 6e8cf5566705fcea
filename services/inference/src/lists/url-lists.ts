import { Injectable } from '@nestjs/common';
import { LIST_NAMES, type ListHit, type ListName } from '@weir/contracts';
import { type ListEntry, type ListEntryKey, WeirError } from '@weir/platform';
import type { ParsedUrl } from '@weir/url-features';

interface Listed {
  readonly hit: ListHit;
  /** Milliseconds since the epoch; infinite where it never runs out. */
  readonly until: number;
}

type ByList = { readonly [List in ListName]?: Listed };

/** At equal specificity the first of these that has an entry decides. */
const DECIDING: readonly ListName[] = ['deny', 'allow'];

/**
 * The allow and deny lists in memory: what is consulted is a Map, never a store. An entry covers its host and what lies
 * below it; the most specific entry decides, and of two for the same host the deny list's.
 */
@Injectable()
export class UrlLists {
  #entries = new Map<string, ByList>();
  #read = false;

  /** Throws `WEIR_DOCUMENTS_UNAVAILABLE` until the lists were read once: no verdict is given without them. */
  require(): this {
    if (this.#read) return this;
    throw new WeirError('WEIR_DOCUMENTS_UNAVAILABLE', 'The allow and deny lists have not been read yet');
  }

  /** All of both lists, in place of what there was. */
  replaceAll(entries: readonly ListEntry[]): void {
    this.#entries = new Map();
    for (const entry of entries) this.set(entry);
    this.#read = true;
  }

  set(entry: ListEntry): void {
    const known = this.#entries.get(entry.entry);
    this.#entries.set(entry.entry, { ...known, [entry.list]: listedOf(entry) });
  }

  delete({ list, entry }: ListEntryKey): void {
    const { [list]: _removed, ...others } = this.#entries.get(entry) ?? {};
    if (Object.keys(others).length === 0) this.#entries.delete(entry);
    else this.#entries.set(entry, others);
  }

  /** The entry that decides on the URL, if any: its host's first, then its parents', up to the public suffix. */
  find({ host, isIp }: Pick<ParsedUrl, 'host' | 'isIp'>): ListHit | undefined {
    if (this.#entries.size === 0) return undefined;
    for (let name = host; ; ) {
      const hit = this.#hitOf(name);
      if (hit !== undefined) return hit;
      const dot = isIp ? -1 : name.indexOf('.');
      if (dot < 0) return undefined;
      name = name.slice(dot + 1);
    }
  }

  /** Entries by list, those that ran out included until they are swept. */
  sizes(): Readonly<Record<ListName, number>> {
    const all = [...this.#entries.values()];
    const count = (list: ListName) => all.filter((each) => each[list] !== undefined).length;
    return { allow: count('allow'), deny: count('deny') };
  }

  #hitOf(name: string): ListHit | undefined {
    const entries = this.#entries.get(name);
    if (entries === undefined) return undefined;
    const now = Date.now();
    for (const list of DECIDING) {
      const listed = entries[list];
      if (listed !== undefined && listed.until > now) return listed.hit;
    }
    return undefined;
  }
}

function listedOf({ list, entry, reason, by, expiresAt }: ListEntry): Listed {
  return {
    hit: {
      list,
      entry,
      ...(reason === undefined ? {} : { reason }),
      ...(by === undefined ? {} : { by }),
    },
    until: expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(expiresAt),
  };
}

/** Reads a topic's key: `deny/example.org`. Null where it is none. */
export function keyOf(text: string): ListEntryKey | null {
  const slash = text.indexOf('/');
  const list = LIST_NAMES.find((name) => name === text.slice(0, slash));
  const entry = text.slice(slash + 1);
  return list === undefined || entry === '' ? null : { list, entry };
}
