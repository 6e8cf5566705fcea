/** Where a page begins: an empty object for the first. Spread it into the query. */
export interface PageStart {
  readonly cursor?: string;
}

/**
 * All pages of a list, asked for one at a time as they are read:
 *
 *     pages((at) => unwrap(client.GET('/v1/runs', { params: { query: { limit: 100, ...at } } })))
 */
export async function* pages<Page extends { readonly next?: string | null | undefined }>(
  ask: (at: PageStart) => Promise<Page>,
): AsyncGenerator<Page, void, undefined> {
  let at: PageStart | undefined = {};
  while (at !== undefined) {
    const page: Page = await ask(at);
    yield page;
    at = typeof page.next === 'string' ? { cursor: page.next } : undefined;
  }
}
