import { expect, it } from 'vitest';
import { inOrder } from './in-order.js';

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it('gives answers in the order of what was asked, whichever comes first', async () => {
  const answers: number[] = [];
  const ask = async (each: number) => {
    await after(each % 2 === 0 ? 10 : 0);
    return each;
  };
  for await (const answer of inOrder([0, 1, 2, 3, 4], 3, ask)) answers.push(answer);
  expect(answers).toEqual([0, 1, 2, 3, 4]);
});

it('takes no more than so many ahead of whoever reads', async () => {
  let taken = 0;
  function* endless() {
    for (;;) yield ++taken;
  }
  const answers = inOrder(endless(), 2, async (each) => each);
  await answers.next();
  await after(5);
  expect(taken).toBe(2);
  await answers.return();
});

it('gives an answer while the next item is still waited for', async () => {
  async function* slow() {
    yield 1;
    await new Promise(() => undefined);
  }
  const answers = inOrder(slow(), 2, async (each) => each);
  expect((await answers.next()).value).toBe(1);
});

it('throws what an answer throws, in its turn', async () => {
  const ask = async (each: number) => {
    if (each === 1) throw new Error('no');
    return each;
  };
  const answers = inOrder([0, 1, 2], 3, ask);
  expect((await answers.next()).value).toBe(0);
  await expect(answers.next()).rejects.toThrow('no');
});
