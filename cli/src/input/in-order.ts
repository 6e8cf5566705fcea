/**
 * Asks for each item's answer, up to `ahead` of them at the same time, and gives the answers in the items' order. Takes no
 * more items than that: who reads slowly slows the source down.
 */
export async function* inOrder<Item, Answer>(
  items: AsyncIterable<Item> | Iterable<Item>,
  ahead: number,
  ask: (item: Item) => Promise<Answer>,
): AsyncGenerator<Answer, void, undefined> {
  const waiting: Promise<Answer>[] = [];
  for await (const item of items) {
    const answer = ask(item);
    // Looked at when its turn comes; until then a failure must not end the process.
    answer.catch(() => undefined);
    waiting.push(answer);
    if (waiting.length >= ahead) yield await (waiting.shift() as Promise<Answer>);
  }
  for (const answer of waiting) yield await answer;
}
