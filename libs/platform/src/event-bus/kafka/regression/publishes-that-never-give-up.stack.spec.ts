import { afterEach, expect, it } from 'vitest';
import { closeAll, collect, createTopic, openBus, openNetwork, records, until } from './stack-scope.js';

const TIMEOUT_MS = 3_000;
/** kafkajs by itself waits 20 s for an answer, and tries seven times. */
const IN_TIME_MS = 2 * TIMEOUT_MS + 2_000;

afterEach(closeAll);

it('a publish that is not answered ends when its time is up, is not sent again, and holds up none after it', async () => {
  const network = await openNetwork();
  const bus = openBus({ publishTimeoutMs: TIMEOUT_MS, socketFactory: network.socketFactory });
  const topic = await createTopic(bus);
  await bus.publish(records(topic, ['before']));
  network.silenceProduceAnswers();
  const begun = performance.now();
  const outcomes = await Promise.allSettled([
    bus.publish(records(topic, ['unanswered 1'])),
    bus.publish(records(topic, ['unanswered 2'])),
  ]);
  const unavailable = { status: 'rejected', reason: { code: 'WEIR_BUS_UNAVAILABLE' } };
  expect(outcomes).toMatchObject([unavailable, unavailable]);
  expect(performance.now() - begun).toBeLessThan(IN_TIME_MS);
  network.mend();
  await bus.publish(records(topic, ['after']));
  const { values } = await collect(bus, { topics: [topic.name] });
  await until('the last record', () => values.includes('after'));
  expect(values).toEqual(['before', 'unanswered 1', 'unanswered 2', 'after']);
});

it('a transaction that is not answered ends when its time is up, and is done again', async () => {
  const network = await openNetwork();
  const [bus, others] = [
    openBus({ publishTimeoutMs: TIMEOUT_MS, retryInitialMs: 10, socketFactory: network.socketFactory }),
    openBus(),
  ];
  const [source, target] = [await createTopic(others), await createTopic(others)];
  await others.publish(records(source, ['a', 'b']));
  network.silenceProduceAnswers();
  const began: number[] = [];
  await collect(bus, { topics: [source.name], delivery: 'exactly-once' }, async (batch) => {
    began.push(performance.now());
    if (began.length === 2) network.mend();
    await batch.publish(records(target, ['out']));
  });
  const { values } = await collect(others, { topics: [target.name] });
  await until('the output', () => values.length > 0);
  expect((began[1] ?? 0) - (began[0] ?? 0)).toBeLessThan(IN_TIME_MS);
  expect([values, began.length]).toEqual([['out'], 2]);
});
