import { expect, it } from 'vitest';
import { Recorder } from './recorder.js';
import { type ContractScope, numbered, range, until } from './scope.js';

const PARTITIONS = [0, 1, 2, 3];

export function groupContract(scope: ContractScope): void {
  it('gives everything to each group', async () => {
    const topics = [await scope.topic({ partitions: 2 }), await scope.topic()];
    const names = topics.map((topic) => topic.name);
    const recorders = [new Recorder(), new Recorder()];
    for (const recorder of recorders) {
      await scope.subscribe({ group: scope.group(), topics: names, from: 'earliest' }, recorder.handler);
    }
    await scope.bus.publish(topics.flatMap((topic, index) => numbered(topic, index * 100, 50)));
    for (const recorder of recorders) {
      await until('100 records', () => recorder.records.length >= 100);
      expect(recorder.values.toSorted()).toEqual([...range(0, 50), ...range(100, 50)].toSorted());
    }
  });

  it('shares the partitions among the members of a group, without double work once they are settled', async () => {
    const topic = await scope.topic({ partitions: PARTITIONS.length });
    const members = [new Recorder(), new Recorder()];
    const options = { group: scope.group(), topics: [topic.name], from: 'earliest' } as const;
    for (const member of members)
      await scope.subscribe(
        options,
        member.handler,
        member === members[0] ? scope.bus : await scope.another(),
      );

    let round = 0;
    const playRound = async () => {
      const value = `round-${round++}`;
      await scope.bus.publish(
        PARTITIONS.map((partition) => ({ topic: topic.name, key: null, value, partition })),
      );
      const shares = () =>
        members.map((member) => member.records.filter((record) => String(record.value) === value));
      await until(`all of ${value}`, () =>
        PARTITIONS.every((partition) =>
          shares()
            .flat()
            .some((record) => record.partition === partition),
        ),
      );
      return shares().map((share) => share.map((record) => record.partition).toSorted());
    };
    await until('both members have partitions of their own', async () => {
      const shares = await playRound();
      return shares.every((share) => share.length > 0) && shares.flat().length === PARTITIONS.length;
    });
    const settled = await playRound();
    for (let again = 0; again < 5; again += 1) expect(await playRound()).toEqual(settled);
    expect(settled.flat().toSorted()).toEqual(PARTITIONS);
  });

  it('gives the partitions of a member that left to those that stay', async () => {
    const topic = await scope.topic({ partitions: PARTITIONS.length });
    const options = { group: scope.group(), topics: [topic.name], from: 'earliest' } as const;
    const [stays, leaves] = [new Recorder(), new Recorder()];
    await scope.subscribe(options, stays.handler);
    const leaving = await scope.subscribe(options, leaves.handler, await scope.another());
    const publishAll = (start: number) =>
      scope.bus.publish(PARTITIONS.flatMap((partition) => numbered(topic, start, 10, partition)));
    await publishAll(0);
    await until('the first half', () => stays.records.length + leaves.records.length >= 40);
    await leaving.close();
    const leftWith = leaves.records.length;
    await publishAll(10);
    for (const partition of PARTITIONS) {
      await until(`partition ${partition} goes on`, () => {
        const seen = new Set([...stays.ofPartition(partition), ...leaves.ofPartition(partition)]);
        return range(0, 20).every((value) => seen.has(value));
      });
    }
    expect(leaves.records).toHaveLength(leftWith);
  });

  it('works on no more partitions at a time than asked, and on each partition one batch at a time', async () => {
    const topic = await scope.topic({ partitions: PARTITIONS.length });
    await scope.bus.publish(PARTITIONS.flatMap((partition) => numbered(topic, 0, 50, partition)));
    const inWork: number[] = [];
    let [most, handled, overlaps] = [0, 0, 0];
    await scope.subscribe(
      {
        group: scope.group(),
        topics: [topic.name],
        from: 'earliest',
        concurrency: 2,
        maxBatchRecords: 5,
      },
      async ({ partition, records, heartbeat }) => {
        if (inWork.includes(partition)) overlaps += 1;
        inWork.push(partition);
        most = Math.max(most, inWork.length);
        await heartbeat();
        await new Promise((resolve) => setTimeout(resolve, 2));
        inWork.splice(inWork.indexOf(partition), 1);
        handled += records.length;
      },
    );
    await until('200 records', () => handled >= 200);
    expect(overlaps).toBe(0);
    expect(most).toBeLessThanOrEqual(2);
  });

  it('does not let a slow partition hold up the others', async () => {
    const topic = await scope.topic({ partitions: 3 });
    const recorder = new Recorder();
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await scope.subscribe(
      { group: scope.group(), topics: [topic.name], from: 'earliest', maxBatchRecords: 10 },
      async (batch) => {
        if (batch.partition === 0) await held;
        await recorder.handler(batch);
      },
    );
    await scope.bus.publish([0, 1, 2].flatMap((partition) => numbered(topic, 0, 50, partition)));
    await until('the other partitions', () => recorder.records.length >= 100);
    expect(recorder.ofPartition(0)).toEqual([]);
    release();
    await until('the slow partition', () => recorder.ofPartition(0).length >= 50);
    expect(recorder.ofPartition(0)).toEqual(range(0, 50));
  });
}
