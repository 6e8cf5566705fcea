export * from './channels.js';
export * from './event-bus.js';
export * from './transport/index.js';
