import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { EventBatch } from '../../event-bus/event-bus.js';
import { drained, settledRecords } from './fence.js';
import { aborted, Gate } from './recorder.js';
import { type ContractScope, until } from './scope.js';
import { expectEachOnce, keyed, outputsOf, pipeline } from './transforming.js';

const FAULT_TIMEOUT_MS = 300_000;
/** How long a member goes on with partitions that were taken from it, where nobody else begins on them before it ends. */
const ZOMBIE_MS = 2_000;

export function exactlyOnceMembersContract(scope: ContractScope): void {
  it('gives each record once, in order per key, while members come and go', async () => {
    const { input, output, options } = await pipeline(scope, 4);
    const transform = async (batch: EventBatch) => {
      await batch.publish(outputsOf(batch, output));
      await sleep(2);
    };
    const small = { ...options, maxBatchRecords: 10 };
    let flowing = true;
    const publishAll = async () => {
      let number = 0;
      for (; flowing || number < 200; number += 20) {
        await scope.bus.publish(keyed(input, number, 20));
        await sleep(20);
      }
      return number;
    };
    const publishing = publishAll();
    const stays = await scope.subscribe(small, transform);
    for (let round = 0; round < 3; round += 1) {
      const [other, batches] = [await scope.another(), { count: 0 }];
      await other.subscribe(small, async (batch) => {
        batches.count += 1;
        await transform(batch);
      });
      await until('batches for the other member', () => batches.count >= 3);
      await other.close();
    }
    flowing = false;
    const count = await publishing;
    await drained(scope, options.group, input);
    await stays.close();
    expectEachOnce(await settledRecords(scope, [output]), input, count);
  });

  it.each(['gives up', 'finishes'])(
    'hands the batch of a member that closes and %s midway on, once',
    async (end) => {
      const { input, output, options } = await pipeline(scope, 2);
      await scope.bus.publish(keyed(input, 0, 20));
      const closes = await scope.another();
      let held = 0;
      await closes.subscribe(options, async (batch) => {
        await batch.publish(outputsOf(batch, output));
        held += 1;
        await aborted(batch.signal);
        if (end === 'gives up') throw new Error('gave up');
      });
      await until('a batch in work', () => held > 0);
      const closing = closes.close();
      const stays = await scope.subscribe(options, (batch) => batch.publish(outputsOf(batch, output)));
      await closing;
      await drained(scope, options.group, input);
      await stays.close();
      expectEachOnce(await settledRecords(scope, [output]), input, 20);
    },
  );

  it('takes nothing twice from a member that goes on when its partitions were taken', async () => {
    const { input, output, options } = await pipeline(scope, 4);
    await scope.bus.publish(keyed(input, 0, 20));
    const [taken, other] = [new Gate(), await scope.another()];
    let [inWork, begunByOther, ended] = [0, 0, 0];
    const zombie = await scope.subscribe(
      options,
      async (batch) => {
        const outputs = outputsOf(batch, output);
        const half = Math.ceil(outputs.length / 2);
        await batch.publish(outputs.slice(0, half));
        inWork += 1;
        void aborted(batch.signal).then(() => taken.open());
        await taken.opened;
        // Blind to its signal: it goes on while the other member works, or as long as that one waits for it.
        for (let waited = 0; waited < ZOMBIE_MS && begunByOther === 0; waited += 20) await sleep(20);
        await batch.publish(outputs.slice(half)).finally(() => {
          ended += 1;
        });
      },
      other,
    );
    await until('batches in work', () => inWork >= input.partitions);
    const heir = await scope.subscribe(options, async (batch) => {
      begunByOther += 1;
      await batch.publish(outputsOf(batch, output));
    });
    await until('the end of what was in work', () => ended >= input.partitions);
    await drained(scope, options.group, input);
    await Promise.all([zombie.close(), heir.close()]);
    expectEachOnce(await settledRecords(scope, [output]), input, 20);
  });

  it('takes nothing from a member that was cut off and comes back', {
    timeout: FAULT_TIMEOUT_MS,
  }, async (test) => {
    const member = await scope.separable();
    if (member === undefined) return test.skip('no member can be cut off');
    const { input, output, options } = await pipeline(scope, 2);
    await scope.bus.publish(keyed(input, 0, 20));
    const back = new Gate();
    let [inWork, ended] = [0, 0];
    await member.bus.subscribe(options, async (batch) => {
      const outputs = outputsOf(batch, output);
      const half = Math.ceil(outputs.length / 2);
      await batch.publish(outputs.slice(0, half));
      inWork += 1;
      await back.opened;
      await batch.publish(outputs.slice(half)).finally(() => {
        ended += 1;
      });
    });
    await until('batches in work', () => inWork >= input.partitions);
    await member.cut();
    const heir = await scope.subscribe(options, (batch) => batch.publish(outputsOf(batch, output)));
    await drained(scope, options.group, input);
    await member.mend();
    back.open();
    await until('the end of what was in work', () => ended >= input.partitions);
    await scope.bus.publish(keyed(input, 20, 20));
    await drained(scope, options.group, input);
    await member.bus.close();
    await heir.close();
    expectEachOnce(await settledRecords(scope, [output]), input, 40);
  });

  it('gives each record once when the server was away', { timeout: FAULT_TIMEOUT_MS }, async (test) => {
    const { interrupt, resume } = scope.underTest;
    if (interrupt === undefined || resume === undefined) return test.skip('no server to take away');
    const { input, output, options } = await pipeline(scope, 2);
    await scope.bus.publish(keyed(input, 0, 200));
    let batches = 0;
    const subscription = await scope.subscribe({ ...options, maxBatchRecords: 5 }, async (batch) => {
      await batch.publish(outputsOf(batch, output));
      batches += 1;
      await sleep(10);
    });
    await until('some batches', () => batches >= 10);
    await interrupt.call(scope.underTest);
    await sleep(500);
    await resume.call(scope.underTest);
    await drained(scope, options.group, input);
    await subscription.close();
    expect(batches).toBeGreaterThanOrEqual(80);
    expectEachOnce(await settledRecords(scope, [output]), input, 200);
  });
}
