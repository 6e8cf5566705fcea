import { AssignerProtocol, type PartitionAssigner } from 'kafkajs';
import {
  type Assignment,
  assignPartitions,
  type GroupMemberView,
} from '../../brokers/partition-assignment.js';

const NAME = 'weir-subscribed-sticky';
const VERSION = 1;

/**
 * Gives each member partitions of the topics it asked for, and leaves them where they are as long as the shares stay
 * even. kafkajs's own assigner gives every member partitions of every topic the leader asked for, and those of a topic
 * that a member did not ask for are read by nobody.
 */
export function subscriptionAssigner(held: () => Assignment): PartitionAssigner {
  return ({ cluster }) => ({
    name: NAME,
    version: VERSION,
    protocol: ({ topics }) => ({
      name: NAME,
      metadata: AssignerProtocol.MemberMetadata.encode({
        version: VERSION,
        topics,
        userData: Buffer.from(JSON.stringify(held())),
      }),
    }),
    async assign({ members }) {
      const views = members.map(({ memberId, memberMetadata }) => view(memberId, memberMetadata));
      const topics = [...new Set(views.flatMap(({ topics: wanted }) => wanted))].toSorted();
      await cluster.addMultipleTargetTopics(topics);
      const partitions = new Map(
        topics.map((topic) => [
          topic,
          cluster.findTopicPartitionMetadata(topic).map(({ partitionId }) => partitionId),
        ]),
      );
      return [...assignPartitions(views, partitions)].map(([memberId, assignment]) => ({
        memberId,
        memberAssignment: AssignerProtocol.MemberAssignment.encode({
          version: VERSION,
          assignment,
          userData: Buffer.alloc(0),
        }),
      }));
    },
  });
}

function view(memberId: string, metadata: Buffer): GroupMemberView {
  const decoded = AssignerProtocol.MemberMetadata.decode(metadata);
  return { memberId, topics: decoded?.topics ?? [], held: heldBy(decoded?.userData) };
}

function heldBy(userData: Buffer | undefined): Assignment {
  try {
    return JSON.parse(String(userData ?? '{}')) as Assignment;
  } catch {
    return {};
  }
}
