import { unwrap } from '@weir/client';
import { client } from '../api/client.js';

export type ListName = 'allow' | 'deny';
export const LIST_NAMES: readonly ListName[] = ['allow', 'deny'];

export interface ListEntry {
  readonly list: ListName;
  readonly entry: string;
  readonly reason?: string;
  readonly by?: string;
  readonly at: string;
  readonly expiresAt?: string;
}

export interface NewEntry {
  readonly list: ListName;
  /** A host or registrable domain. */
  readonly entry: string;
  readonly reason: string;
  /** `2030-01-31`: the day at whose end it no longer counts, by the reader's clock; empty: never. */
  readonly until: string;
  readonly by: string;
}

const PAGE = 1_000;
/** What the page reads of a list; more than that is a matter for the command line. */
const MOST_PAGES = 20;

/** All entries of a list, by name. */
export async function readEntries(list: ListName): Promise<ListEntry[]> {
  const all: ListEntry[] = [];
  let cursor: string | null | undefined;
  for (let page = 0; page < MOST_PAGES && cursor !== null; page += 1) {
    const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const answer = await unwrap(client.GET('/v1/lists/{list}', { params: { path: { list }, query } }));
    all.push(...(answer.entries as ListEntry[]));
    cursor = answer.next ?? null;
  }
  return all;
}

export async function putEntry({ list, entry, reason, until, by }: NewEntry): Promise<ListEntry> {
  const body = {
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(by.trim() === '' ? {} : { by: by.trim() }),
    ...(until === '' ? {} : { expiresAt: endOfDay(until) }),
  };
  const params = { path: { list, entry: entry.trim() } };
  return (await unwrap(client.PUT('/v1/lists/{list}/{entry}', { params, body }))) as ListEntry;
}

export async function removeEntry({ list, entry }: Pick<ListEntry, 'list' | 'entry'>): Promise<void> {
  await unwrap(client.DELETE('/v1/lists/{list}/{entry}', { params: { path: { list, entry } } }));
}

/** `2030-01-31` → that day's last second, by the reader's clock, in UTC. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}

/** The entries whose name, reason or author hold the text, in any case. */
export function matching(entries: readonly ListEntry[], text: string): readonly ListEntry[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return entries;
  return entries.filter(({ entry, reason = '', by = '' }) =>
    [entry, reason, by].some((each) => each.toLowerCase().includes(wanted)),
  );
}
