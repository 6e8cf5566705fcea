export { observeEventBus } from './event-bus-metrics.js';
export { Metrics } from './metrics.js';
