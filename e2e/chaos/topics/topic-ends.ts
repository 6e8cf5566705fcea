import { setTimeout as pause } from 'node:timers/promises';
import { type Admin, AssignerProtocol } from 'kafkajs';

/** Offsets by partition. */
export type Offsets = ReadonlyMap<number, bigint>;

/** The offset that each partition's next record will get. */
export async function endsOf(admin: Admin, topic: string): Promise<Offsets> {
  const offsets = await admin.fetchTopicOffsets(topic);
  return new Map(offsets.map(({ partition, high }) => [partition, BigInt(high)]));
}

/** Has the group begin at the end of the topic. Throws where it has members: somebody else works on these servers. */
export async function skipToEnd(admin: Admin, group: string, topic: string): Promise<Offsets> {
  const { groups } = await admin.describeGroups([group]);
  const members = groups[0]?.members.length ?? 0;
  if (members > 0)
    throw new Error(`the group ${group} has ${members} members: the servers must be this run's alone`);
  const ends = await endsOf(admin, topic);
  const partitions = [...ends].map(([partition, offset]) => ({ partition, offset: String(offset) }));
  await admin.setOffsets({ groupId: group, topic, partitions });
  return ends;
}

/** Records of each partition that the group has not committed. */
export async function lagOf(admin: Admin, group: string, topic: string): Promise<Map<number, bigint>> {
  const ends = await endsOf(admin, topic);
  const [found] = await admin.fetchOffsets({ groupId: group, topics: [topic] });
  const committed = new Map(found?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
  return new Map([...ends].map(([partition, end]) => [partition, end - (committed.get(partition) ?? 0n)]));
}

/** All that the group has committed, as one number that grows with its work. */
export async function committedBy(admin: Admin, group: string, topic: string): Promise<bigint> {
  const [found] = await admin.fetchOffsets({ groupId: group, topics: [topic] });
  return (found?.partitions ?? []).reduce((sum, { offset }) => sum + BigInt(offset), 0n);
}

/** Who holds a topic's partitions, a line for each member. */
export async function holdersOf(admin: Admin, group: string, topic: string): Promise<string[]> {
  const { groups } = await admin.describeGroups([group]);
  return (groups[0]?.members ?? []).map(({ memberId, memberAssignment }) => {
    const partitions = AssignerProtocol.MemberAssignment.decode(memberAssignment)?.assignment[topic] ?? [];
    return `${memberId} holds ${partitions.join(', ')}`;
  });
}

/** Waits until the group has committed more than `before`. False where it has not within `patienceMs`. */
export async function commitsMore(
  admin: Admin,
  group: string,
  topic: string,
  before: bigint,
  patienceMs: number,
): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    if ((await committedBy(admin, group, topic).catch(() => before)) > before) return true;
    await pause(50);
  }
  return false;
}

/**
 * Waits until the group has committed all there is. Gives the partitions that still lag when there was no progress for
 * `stallMs`; none where all is drained.
 */
export async function drained(
  admin: Admin,
  group: string,
  topic: string,
  stallMs: number,
): Promise<Map<number, bigint>> {
  let least = -1n;
  let since = performance.now();
  for (;;) {
    const lag = await lagOf(admin, group, topic).catch(() => undefined);
    const behind = new Map([...(lag ?? [])].filter(([, records]) => records > 0n));
    if (lag !== undefined && behind.size === 0) return behind;
    const total = [...behind.values()].reduce((sum, records) => sum + records, 0n);
    if (lag !== undefined && (least < 0n || total < least)) {
      least = total;
      since = performance.now();
    }
    if (performance.now() - since > stallMs) return behind;
    await pause(500);
  }
}
