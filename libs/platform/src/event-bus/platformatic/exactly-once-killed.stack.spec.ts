import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { typescriptProcess } from '../../testing/typescript-process.js';
import {
  closeAll,
  closeLater,
  collect,
  createTopic,
  newGroup,
  openBus,
  until,
} from './regression/stack-scope.js';

const MEMBER = new URL('./exactly-once-member.process.ts', import.meta.url).pathname;
const PARTITIONS = 4;
const RECORDS = 4_000;
const KILLS = 6;

afterEach(closeAll);

it('members that are killed amid their transactions lead to each output once, in order per key', {
  timeout: 300_000,
}, async () => {
  const bus = openBus();
  const shape = { partitions: PARTITIONS };
  const [input, output] = [await createTopic(bus, shape), await createTopic(bus, shape)];
  const group = newGroup();
  const environment = { WEIR_TEST_INPUT: input.name, WEIR_TEST_OUTPUT: output.name, WEIR_TEST_GROUP: group };
  const values = Array.from({ length: RECORDS }, (_, number) => String(number));
  const keyOf = (value: string) => `key-${Number(value) % 50}`;

  const members = [0, 1].map(() => new Member(environment));
  const publishing = publishSlowly(
    (part) => bus.publish(part),
    values.map((value) => ({ topic: input.name, key: keyOf(value), value })),
  );
  for (let kill = 0; kill < KILLS; kill += 1) {
    const victim = members[kill % members.length];
    // In the middle of a transaction as likely as not: they follow each other without a pause.
    await until('some batches of the victim', () => (victim?.batches ?? 0) > 3);
    await victim?.kill();
    members[kill % members.length] = new Member(environment);
  }
  await publishing;
  const read = await collect(openBus(), { topics: [output.name] });
  await until('all outputs', () => new Set(read.values).size >= RECORDS);
  await until('all committed', async () =>
    (await bus.lag(group, [input.name])).every(({ lag }) => lag === 0n),
  );
  for (const member of members) await member.kill();
  expect(read.values).toHaveLength(RECORDS);
  for (const key of new Set(values.map(keyOf))) {
    const ofKey = values.filter((value) => keyOf(value) === key);
    expect(read.values.filter((value) => keyOf(value) === key)).toEqual(ofKey);
  }
});

async function publishSlowly<Item>(
  publish: (part: Item[]) => Promise<void>,
  items: readonly Item[],
): Promise<void> {
  for (let at = 0; at < items.length; at += 20) {
    await publish(items.slice(at, at + 20));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A member in a process of its own, which says a line for each batch. */
class Member {
  readonly #process: ChildProcess;
  batches = 0;

  constructor(environment: Readonly<Record<string, string>>) {
    this.#process = typescriptProcess(MEMBER, environment);
    this.#process.stdout?.on('data', (lines) => {
      this.batches += String(lines).split('\n').length - 1;
    });
    closeLater(() => this.kill());
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
  }
}
