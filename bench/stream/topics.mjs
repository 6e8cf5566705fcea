// The broker as the harness sees it: topics made anew, who reads them, how far they are.
import { TOPICS } from '@weir/contracts';
import { AssignerProtocol, Kafka, logLevel } from 'kafkajs';
import { until } from '../measure/processes.mjs';
import { PARTITIONS } from './events.mjs';

export const INPUT = TOPICS.urlsSubmitted.name;
export const OUTPUT = TOPICS.urlsVerdicts.name;

/** The broker stamps each record batch when it is appended: rates come from its clock, at no cost to who is measured. */
const STAMPED_BY_BROKER = [{ name: 'message.timestamp.type', value: 'LogAppendTime' }];

export function connect() {
  return new Kafka({ brokers: process.env.KAFKA_BROKERS.split(','), logLevel: logLevel.NOTHING });
}

/** Both topics, empty. */
export async function emptyTopics(admin) {
  await removeTopics(admin);
  await until('new topics', async () => {
    await admin.createTopics({
      waitForLeaders: true,
      topics: [INPUT, OUTPUT].map((topic) => ({
        topic,
        numPartitions: PARTITIONS,
        configEntries: STAMPED_BY_BROKER,
      })),
    });
    return true;
  });
}

export async function removeTopics(admin) {
  const existing = await admin.listTopics();
  const doomed = [INPUT, OUTPUT].filter((topic) => existing.includes(topic));
  if (doomed.length > 0) await admin.deleteTopics({ topics: doomed });
}

/** Forgets a group's offsets; waits for its last member to be gone. */
export async function forgetGroup(admin, group) {
  const { groups } = await admin.listGroups();
  if (!groups.some(({ groupId }) => groupId === group)) return;
  await until(`an empty group ${group}`, async () => {
    await admin.deleteGroups([group]);
    return true;
  });
}

/** Waits until so many members share the partitions of the input among them, and a little longer. */
export async function shared(admin, group, members, children) {
  let calm = 0;
  await until(
    `${members} members that share ${INPUT}`,
    async () => {
      calm = (await sharesOf(admin, group)).length === members ? calm + 1 : 0;
      return calm === 10;
    },
    { everyMs: 200, child: children[0] },
  );
}

/** Partitions of the input that each member has; none while the group rebalances. */
async function sharesOf(admin, group) {
  const { groups } = await admin.describeGroups([group]);
  const [{ state, members }] = groups;
  if (state !== 'Stable') return [];
  const shares = members
    .map(({ memberAssignment }) => AssignerProtocol.MemberAssignment.decode(memberAssignment))
    .map((decoded) => decoded?.assignment[INPUT]?.length ?? 0)
    .filter((partitions) => partitions > 0);
  return shares.reduce((sum, partitions) => sum + partitions, 0) === PARTITIONS ? shares : [];
}

/** Resolves once the group has committed the input's first `events` records: their answers are written then. */
export async function handled(admin, group, events, children) {
  await until(
    `commit of ${events} events`,
    async () => {
      const [{ partitions }] = await admin.fetchOffsets({ groupId: group, topics: [INPUT] });
      return (
        partitions.length === PARTITIONS &&
        partitions.every(({ partition, offset }) => Number(offset) >= recordsIn(partition, events))
      );
    },
    { everyMs: 100, child: children[0] },
  );
}

/** The feed deals events out to the partitions in turn. */
function recordsIn(partition, events) {
  return Math.ceil((events - partition) / PARTITIONS);
}
