export * from './channels.js';
export * from './embedded/index.js';
export * from './event-bus.js';
export * from './kafka/index.js';
export * from './transport/index.js';
