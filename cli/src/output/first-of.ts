/** The first so many items of a list in pages; no page beyond them is asked for. */
export async function firstOf<Page, Item>(
  pages: AsyncIterable<Page>,
  limit: number,
  itemsOf: (page: Page) => readonly Item[],
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) {
    items.push(...itemsOf(page));
    if (items.length >= limit) break;
  }
  return items.slice(0, limit);
}
