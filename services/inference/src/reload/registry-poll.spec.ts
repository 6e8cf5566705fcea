import { Readiness, WeirError } from '@weir/platform';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { silentLogger } from '../testing/backends.js';
import type { ChallengerFollower } from './challenger-follower.js';
import { RegistryPoll } from './registry-poll.js';
import type { Reloader } from './reloader.js';

let poll: RegistryPoll;

afterEach(() => poll.beforeApplicationShutdown());

/** A registry that cannot be read the first `failures` times. */
function pollOver(failures: number): { readiness: Readiness; looks: () => number } {
  let looks = 0;
  const reloader: Pick<Reloader, 'followAll'> = {
    followAll: async () => {
      looks += 1;
      if (looks <= failures) throw new WeirError('WEIR_DOCUMENTS_UNAVAILABLE', 'away');
    },
  };
  const readiness = new Readiness();
  const challengers = { followAll: async () => undefined } as unknown as ChallengerFollower;
  poll = new RegistryPoll(reloader as Reloader, { pollIntervalMs: 5 }, silentLogger, readiness, challengers);
  return { readiness, looks: () => looks };
}

describe('RegistryPoll', () => {
  it('goes on looking while the registry is away, and is ready once it was read', async () => {
    const { readiness, looks } = pollOver(3);
    const check = () => readiness.checks()[0]?.check();
    await expect(check()).rejects.toThrow('not been read');
    poll.onApplicationBootstrap();
    await vi.waitFor(check);
    expect(looks()).toBeGreaterThanOrEqual(4);
  });

  it('ends with the service', async () => {
    const { looks } = pollOver(0);
    poll.onApplicationBootstrap();
    await vi.waitFor(() => expect(looks()).toBeGreaterThan(1));
    await poll.beforeApplicationShutdown();
    const atTheEnd = looks();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(looks()).toBe(atTheEnd);
  });
});
