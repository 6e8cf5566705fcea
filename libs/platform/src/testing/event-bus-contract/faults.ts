import { expect, it, type TestContext } from 'vitest';
import type { OutgoingRecord } from '../../event-bus/event-bus.js';
import { Gate, Recorder } from './recorder.js';
import { type ContractScope, numbered, range, until } from './scope.js';

/** A broker killed hard needs a while to come back. */
const FAULT_TIMEOUT_MS = 300_000;

export function faultContract(scope: ContractScope): void {
  const faults = (test: TestContext) => {
    const { interrupt, resume } = scope.underTest;
    if (interrupt === undefined || resume === undefined) return test.skip('no server to take away');
    return {
      interrupt: () => interrupt.call(scope.underTest),
      resume: () => resume.call(scope.underTest),
    };
  };

  /** What a producer does that must lose nothing: again, until it is acknowledged. */
  const publishUntilAcknowledged = (records: readonly OutgoingRecord[]) =>
    until('an acknowledgement', async () => {
      const refusal = await refusalOf(scope.bus.publish(records));
      if (refusal !== undefined) expect(refusal).toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
      return refusal === undefined;
    });

  it('goes on after the server was away, and loses nothing', { timeout: FAULT_TIMEOUT_MS }, async (test) => {
    const { interrupt, resume } = faults(test);
    const topic = await scope.topic();
    const recorder = new Recorder();
    await scope.subscribe({ group: scope.group(), topics: [topic.name], from: 'earliest' }, recorder.handler);
    await scope.bus.publish(numbered(topic, 0, 20));
    await until('the records before', () => recorder.records.length >= 20);

    await interrupt();
    const publishing = refusalOf(scope.bus.publish(numbered(topic, 20, 20)));
    await resume();
    const refusal = await publishing;
    if (refusal !== undefined) {
      expect(refusal).toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
      await publishUntilAcknowledged(numbered(topic, 20, 20));
    }
    await publishUntilAcknowledged(numbered(topic, 40, 20));
    await until('the records after', () => new Set(recorder.values).size >= 60);
    expect([...new Set(recorder.values)]).toEqual(range(0, 60));
  });

  it('hands over again, or commits, what was in work when the server went away', {
    timeout: FAULT_TIMEOUT_MS,
  }, async (test) => {
    const { interrupt, resume } = faults(test);
    const topic = await scope.topic();
    const group = scope.group();
    const gate = new Gate();
    const recorder = new Recorder();
    await scope.bus.publish(numbered(topic, 0, 20));
    await scope.subscribe({ group, topics: [topic.name], from: 'earliest' }, async (batch) => {
      await recorder.handler(batch);
      await gate.opened;
    });
    await until('a batch in work', () => recorder.batches.length > 0);
    await interrupt();
    gate.open();
    await resume();
    await publishUntilAcknowledged(numbered(topic, 20, 20));
    await until('all records', () => new Set(recorder.values).size >= 40);
    await until('everything committed', async () => (await totalLag(group, topic.name)) === 0n);
    expect([...new Set(recorder.values)]).toEqual(range(0, 40));
  });

  it('says so when asked, while the server is away', { timeout: FAULT_TIMEOUT_MS }, async (test) => {
    const { interrupt, resume } = faults(test);
    await interrupt();
    const refusal = await refusalOf(scope.bus.check());
    await resume();
    expect(refusal).toMatchObject({ code: 'WEIR_BUS_UNAVAILABLE' });
    await until('the server answers', async () => (await refusalOf(scope.bus.check())) === undefined);
  });

  const totalLag = async (group: string, topic: string): Promise<bigint> =>
    (await scope.bus.lag(group, [topic])).reduce((total, { lag }) => total + lag, 0n);
}

/** The reason of a rejection; `undefined` where the promise resolved. */
function refusalOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}
