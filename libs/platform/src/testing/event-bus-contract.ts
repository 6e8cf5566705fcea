import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { closingContract } from './event-bus-contract/closing.js';
import { committingContract, stopListening } from './event-bus-contract/committing.js';
import { exactlyOnceContract } from './event-bus-contract/exactly-once.js';
import { exactlyOnceMembersContract } from './event-bus-contract/exactly-once-members.js';
import { faultContract } from './event-bus-contract/faults.js';
import { groupContract } from './event-bus-contract/groups.js';
import { orderingContract } from './event-bus-contract/ordering.js';
import { positionContract } from './event-bus-contract/positions.js';
import { publishingContract } from './event-bus-contract/publishing.js';
import { recordContract } from './event-bus-contract/records.js';
import { ContractScope, type EventBusSetup } from './event-bus-contract/scope.js';
import { topicContract } from './event-bus-contract/topics.js';

export type { EventBusSetup, EventBusUnderTest, SeparableBus } from './event-bus-contract/scope.js';

const TEST_TIMEOUT_MS = 180_000;

/**
 * What every adapter of the `EventBus` port must do, as vitest suites. `setup` is called once; every test makes
 * topics and groups of its own, so the suite may run against a server that others use too.
 */
export function eventBusContract(name: string, setup: EventBusSetup): void {
  describe(`EventBus contract: ${name}`, { timeout: TEST_TIMEOUT_MS }, () => {
    const scope = new ContractScope(setup);
    beforeAll(() => scope.start(), TEST_TIMEOUT_MS);
    afterEach(async () => {
      stopListening();
      await scope.cleanUp();
    }, TEST_TIMEOUT_MS);
    afterAll(() => scope.stop(), TEST_TIMEOUT_MS);

    describe('order', () => orderingContract(scope));
    describe('groups', () => groupContract(scope));
    describe('commits', () => committingContract(scope));
    describe('close', () => closingContract(scope));
    describe('positions', () => positionContract(scope));
    describe('records', () => recordContract(scope));
    describe('publishing from a batch', () => publishingContract(scope));
    describe('exactly once', () => exactlyOnceContract(scope));
    describe('exactly once, members', () => exactlyOnceMembersContract(scope));
    describe('topics', () => topicContract(scope));
    describe('faults', () => faultContract(scope));
  });
}
