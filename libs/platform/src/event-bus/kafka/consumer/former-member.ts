import type { Broker, Cluster } from 'kafkajs';
import { type Backoff, backoffDelay, pause } from '../../backoff/backoff.js';

const ATTEMPTS = 8;
const RETRY: Backoff = { initialMs: 100, maxMs: 1_000 };

/** kafkajs has the request, and leaves it out of its types. */
interface LeavingBroker extends Broker {
  leaveGroup(request: { readonly groupId: string; readonly memberId: string }): Promise<unknown>;
}

/**
 * Takes a member out of its group whose consumer crashed without leaving. As long as it is in, the group waits for it,
 * and its successor gets no partitions until the session of the dead one ends. A failure costs that time, no more.
 */
export async function leaveForFormer(cluster: Cluster, groupId: string, memberId: string): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      const coordinator = (await cluster.findGroupCoordinator({ groupId })) as LeavingBroker;
      await coordinator.leaveGroup({ groupId, memberId });
      return;
    } catch (error) {
      if ((error as { readonly type?: string }).type === 'UNKNOWN_MEMBER_ID') return;
      await pause(backoffDelay(RETRY, attempt));
    }
  }
}
