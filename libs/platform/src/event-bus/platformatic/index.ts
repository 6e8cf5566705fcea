export { PlatformaticEventBus } from './platformatic-event-bus.js';
export type { BrokerAddress, PlatformaticBusOptions } from './platformatic-options.js';
