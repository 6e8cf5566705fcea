import { afterEach, expect, it } from 'vitest';
import { closeAll, collect, createTopic, openBus, openNetwork, records, until } from './stack-scope.js';

const TIMEOUT_MS = 3_000;
/** kafkajs by itself waits 20 s for an answer, and tries seven times: these would not end in time. */
const PATIENCE_MS = 60_000;

afterEach(closeAll);

it('a publish that is not answered ends when its time is up, is not sent again, and holds up none after it', {
  timeout: PATIENCE_MS,
}, async () => {
  const network = await openNetwork();
  const bus = openBus({ publishTimeoutMs: TIMEOUT_MS, socketFactory: network.socketFactory });
  const topic = await createTopic(bus);
  await bus.publish(records(topic, ['before']));
  network.silenceProduceAnswers();
  const outcomes = await Promise.allSettled([
    bus.publish(records(topic, ['unanswered 1'])),
    bus.publish(records(topic, ['unanswered 2'])),
  ]);
  const unavailable = { status: 'rejected', reason: { code: 'WEIR_BUS_UNAVAILABLE' } };
  expect(outcomes).toMatchObject([unavailable, unavailable]);
  network.mend();
  await bus.publish(records(topic, ['after']));
  const { values } = await collect(bus, { topics: [topic.name] });
  await until('the last record', () => values.includes('after'));
  expect(values).toEqual(['before', 'unanswered 1', 'unanswered 2', 'after']);
});

it('a transaction that is not answered ends when its time is up, and is done again', {
  timeout: PATIENCE_MS,
}, async () => {
  const network = await openNetwork();
  const [bus, others] = [
    openBus({ publishTimeoutMs: TIMEOUT_MS, retryInitialMs: 10, socketFactory: network.socketFactory }),
    openBus(),
  ];
  const [source, target] = [await createTopic(others), await createTopic(others)];
  await others.publish(records(source, ['a', 'b']));
  network.silenceProduceAnswers();
  let attempts = 0;
  await collect(bus, { topics: [source.name], delivery: 'exactly-once' }, async (batch) => {
    attempts += 1;
    if (attempts === 2) network.mend();
    await batch.publish(records(target, ['out']));
  });
  const { values } = await collect(others, { topics: [target.name] });
  await until('the output', () => values.length > 0);
  expect([values, attempts]).toEqual([['out'], 2]);
});
