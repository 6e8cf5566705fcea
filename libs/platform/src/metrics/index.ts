export { type ConsumedTopic, type Consumption, consumptionOf } from './consumption.js';
export { observeEventBus } from './event-bus-metrics.js';
export { Metrics } from './metrics.js';
