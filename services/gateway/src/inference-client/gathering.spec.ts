import { WeirError } from '@weir/platform';
import { describe, expect, it } from 'vitest';
import { Gathering, type GatheringOptions } from './gathering.js';

/** Answers each item doubled, when told to. */
function lane(options: Partial<GatheringOptions> = {}) {
  const calls: { items: readonly number[]; answer: (error?: Error) => void }[] = [];
  const gathering = new Gathering<number, number>(
    { calls: 1, mostItems: 3, mostWeight: 100, ...options },
    (items) =>
      new Promise((resolve, reject) => {
        const answer = (error?: Error) =>
          error === undefined ? resolve(items.map((each) => each * 2)) : reject(error);
        calls.push({ items, answer });
      }),
  );
  return { gathering, sent: () => calls.map(({ items }) => items), calls };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('Gathering', () => {
  it('sends what came in one turn at its end, and what comes meanwhile together, in order', async () => {
    const { gathering, sent, calls } = lane();
    const answers = [1, 2].map((each) => gathering.ask(each, 1));
    expect(sent()).toEqual([]);
    await turn();
    answers.push(...[3, 4, 5, 6].map((each) => gathering.ask(each, 1)));
    await turn();
    expect(sent()).toEqual([[1, 2]]);
    for (let call = 0; call < 3; call++) {
      calls[call]?.answer();
      await turn();
    }
    expect(sent()).toEqual([[1, 2], [3, 4, 5], [6]]);
    expect(await Promise.all(answers)).toEqual([2, 4, 6, 8, 10, 12]);
  });

  it('has so many calls under way, and no heavier ones than told, but for an item that is too heavy alone', async () => {
    const { gathering, sent, calls } = lane({ calls: 2, mostWeight: 10 });
    for (const weight of [1, 1, 6, 6, 50, 1]) void gathering.ask(weight, weight);
    await turn();
    expect(sent()).toEqual([[1, 1, 6], [6]]);
    for (let call = 0; call < 4; call++) {
      calls[call]?.answer();
      await turn();
    }
    expect(sent()).toEqual([[1, 1, 6], [6], [50], [1]]);
  });

  it('asks again one by one where a call is refused for what it holds', async () => {
    const { gathering, sent, calls } = lane();
    const answers = [1, 2, 3].map((each) => gathering.ask(each, 1));
    await turn();
    calls[0]?.answer(new WeirError('WEIR_DATA_VALUE', 'one of them is odd'));
    await turn();
    expect(sent()).toEqual([[1, 2, 3], [1], [2], [3]]);
    calls[1]?.answer();
    calls[2]?.answer(new WeirError('WEIR_DATA_VALUE', 'this one'));
    calls[3]?.answer();
    const settled = await Promise.allSettled(answers);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('tells all where inference is away, and goes on afterwards', async () => {
    const { gathering, calls } = lane();
    const answers = Promise.allSettled([1, 2, 3].map((each) => gathering.ask(each, 1)));
    const away = new WeirError('WEIR_INFERENCE_UNAVAILABLE', 'away');
    await turn();
    calls[0]?.answer(away);
    for (const { status } of await answers) expect(status).toBe('rejected');
    expect(calls).toHaveLength(1);
    const next = gathering.ask(4, 1);
    await turn();
    calls[1]?.answer();
    expect(await next).toBe(8);
  });
});
