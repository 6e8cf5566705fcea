import { AssignerProtocol } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import {
  decodeAssignment,
  decodeSubscription,
  encodeAssignment,
  encodeSubscription,
} from './group-protocol.js';

const topics = ['urls.submitted', 'models.promoted'];
const held = { 'urls.submitted': [0, 4, 11] };

describe('the group protocol, beside a member that uses kafkajs', () => {
  it('is understood by it', () => {
    const subscription = AssignerProtocol.MemberMetadata.decode(encodeSubscription({ topics, held }));
    expect(subscription?.topics).toEqual(topics);
    expect(JSON.parse(String(subscription?.userData))).toEqual(held);
    expect(AssignerProtocol.MemberAssignment.decode(encodeAssignment(held))?.assignment).toEqual(held);
  });

  it('understands it', () => {
    const metadata = { version: 1, topics, userData: Buffer.from(JSON.stringify(held)) };
    expect(decodeSubscription(AssignerProtocol.MemberMetadata.encode(metadata))).toEqual({ topics, held });
    const assignment = { version: 1, assignment: held, userData: Buffer.alloc(0) };
    expect(decodeAssignment(AssignerProtocol.MemberAssignment.encode(assignment))).toEqual(held);
  });

  it('takes a member without user data, and one that is assigned nothing', () => {
    const metadata = { version: 1, topics, userData: Buffer.alloc(0) };
    expect(decodeSubscription(AssignerProtocol.MemberMetadata.encode(metadata))).toEqual({
      topics,
      held: {},
    });
    expect(decodeAssignment(Buffer.alloc(0))).toEqual({});
  });
});
