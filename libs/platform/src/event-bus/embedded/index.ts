export { EmbeddedEventBus } from './embedded-event-bus.js';
