/**
 * Asks for each item's answer, up to `ahead` of them at the same time, and gives the answers in the items' order, each as
 * soon as its turn has come, even while the next item is waited for. Takes no more items than that: who reads slowly slows
 * the source down.
 */
export async function* inOrder<Item, Answer>(
  items: AsyncIterable<Item> | Iterable<Item>,
  ahead: number,
  ask: (item: Item) => Promise<Answer>,
): AsyncGenerator<Answer, void, undefined> {
  const source = iteratorOf(items);
  const waiting: Promise<Answer>[] = [];
  let next: Promise<IteratorResult<Item>> | undefined;
  let isOver = false;
  try {
    while (!isOver || waiting.length > 0) {
      if (!isOver && waiting.length < ahead) {
        next ??= Promise.resolve(source.next());
        if (await comesFirst(next, waiting[0])) {
          const { value, done } = await next;
          next = undefined;
          if (done === true) isOver = true;
          else waiting.push(quiet(ask(value)));
          continue;
        }
      }
      yield await (waiting.shift() as Promise<Answer>);
    }
  } finally {
    // Not waited for: a source that waits for input hears of it with the next.
    Promise.resolve(source.return?.()).catch(() => undefined);
  }
}

function iteratorOf<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncIterator<Item> | Iterator<Item> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}

/** Whether the item is there before the answer, well or ill. */
function comesFirst(
  item: Promise<unknown>,
  answer: Promise<unknown> | undefined,
): Promise<boolean> | boolean {
  if (answer === undefined) return true;
  const ended = (promise: Promise<unknown>, isItem: boolean) =>
    promise.then(
      () => isItem,
      () => isItem,
    );
  return Promise.race([ended(item, true), ended(answer, false)]);
}

/** Looked at when its turn comes; until then its failure must not end the process. */
function quiet<Answer>(answer: Promise<Answer>): Promise<Answer> {
  answer.catch(() => undefined);
  return answer;
}
