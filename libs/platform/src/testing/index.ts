export { type EventBusSetup, type EventBusUnderTest, eventBusContract } from './event-bus-contract.js';
