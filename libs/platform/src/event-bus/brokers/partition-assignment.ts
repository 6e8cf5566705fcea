/** Partitions by topic. */
export type Assignment = Record<string, number[]>;

/** A member of a group as the leader sees it. */
export interface GroupMemberView {
  readonly memberId: string;
  readonly topics: readonly string[];
  /** What it held before, by its own account. */
  readonly held: Assignment;
}

/** For each member, the partitions of each topic. Shares of a topic differ by at most one. */
export function assignPartitions(
  members: readonly GroupMemberView[],
  partitions: ReadonlyMap<string, readonly number[]>,
): Map<string, Assignment> {
  const sorted = members.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1));
  const result = new Map<string, Assignment>(sorted.map(({ memberId }) => [memberId, {}]));
  const total = new Map<string, number>();
  for (const [topic, ids] of partitions) {
    const takers = sorted.filter(({ topics }) => topics.includes(topic));
    if (takers.length > 0) shareTopic(topic, ids, takers, result, total);
  }
  return result;
}

function shareTopic(
  topic: string,
  ids: readonly number[],
  takers: readonly GroupMemberView[],
  result: Map<string, Assignment>,
  total: Map<string, number>,
): void {
  const base = Math.floor(ids.length / takers.length);
  let larger = ids.length % takers.length;
  const shares = new Map<string, number[]>(takers.map(({ memberId }) => [memberId, []]));
  const free = new Set(ids);
  for (const { memberId, held } of takers) {
    const share = shares.get(memberId) ?? [];
    const kept = (held[topic] ?? []).filter((id) => free.has(id));
    const bound = kept.length > base && larger > 0 ? base + 1 : base;
    if (bound > base) larger -= 1;
    for (const id of kept.slice(0, bound)) {
      share.push(id);
      free.delete(id);
    }
  }
  const load = (memberId: string) => shares.get(memberId)?.length ?? 0;
  for (const id of free) {
    const [taker] = takers.toSorted(
      (a, b) =>
        load(a.memberId) - load(b.memberId) || (total.get(a.memberId) ?? 0) - (total.get(b.memberId) ?? 0),
    );
    if (taker !== undefined) shares.get(taker.memberId)?.push(id);
  }
  for (const [memberId, share] of shares) {
    if (share.length > 0) (result.get(memberId) ?? {})[topic] = share.toSorted((a, b) => a - b);
    total.set(memberId, (total.get(memberId) ?? 0) + share.length);
  }
}
