import type { OffsetsByTopicPartition } from 'kafkajs';
import { expect, it } from 'vitest';
import { GatheredCommits } from './gathered-commits.js';

/** Requests that are answered by hand, in order. */
function requests() {
  const sent: OffsetsByTopicPartition[] = [];
  const answers: { resolve: () => void; reject: (reason: Error) => void }[] = [];
  const send = (offsets: OffsetsByTopicPartition) =>
    new Promise<void>((resolve, reject) => {
      sent.push(offsets);
      answers.push({ resolve, reject });
    });
  return { sent, answers, send };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('sends what comes in one turn, and while a request is under way, together; the newest offset of a partition', async () => {
  const commits = new GatheredCommits();
  const { sent, answers, send } = requests();
  const first = [
    commits.commit('a', 0, 5n, send),
    commits.commit('a', 1, 7n, send),
    commits.commit('b', 0, 1n, send),
  ];
  await turn();
  const next = [commits.commit('a', 0, 6n, send), commits.commit('a', 0, 8n, send)];
  await turn();
  expect(sent).toEqual([
    {
      topics: [
        {
          topic: 'a',
          partitions: [
            { partition: 0, offset: '5' },
            { partition: 1, offset: '7' },
          ],
        },
        { topic: 'b', partitions: [{ partition: 0, offset: '1' }] },
      ],
    },
  ]);
  answers[0]?.resolve();
  await Promise.all(first);
  await turn();
  expect(sent[1]).toEqual({ topics: [{ topic: 'a', partitions: [{ partition: 0, offset: '8' }] }] });
  answers[1]?.resolve();
  await Promise.all(next);
});

it('rejects all that shared a request, and goes on', async () => {
  const commits = new GatheredCommits();
  const { answers, send } = requests();
  const failing = Promise.allSettled([commits.commit('a', 0, 1n, send), commits.commit('a', 1, 1n, send)]);
  await turn();
  answers[0]?.reject(new Error('moving'));
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const again = commits.commit('a', 0, 1n, send);
  await turn();
  answers[1]?.resolve();
  await expect(again).resolves.toBeUndefined();
});

it('leaves out what is lost when it is sent: its heir may have committed further', async () => {
  const commits = new GatheredCommits();
  const { sent, answers, send } = requests();
  const lost = new AbortController();
  const both = [commits.commit('a', 0, 1n, send, lost.signal), commits.commit('a', 1, 2n, send)];
  lost.abort();
  await turn();
  expect(sent).toEqual([{ topics: [{ topic: 'a', partitions: [{ partition: 1, offset: '2' }] }] }]);
  answers[0]?.resolve();
  await Promise.all(both);
  await commits.commit('a', 0, 1n, send, lost.signal);
  expect(sent).toHaveLength(1);
});
