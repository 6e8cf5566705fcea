export { StreamDriftController } from './stream-drift.controller.js';
export { streamDriftProviders } from './stream-drift-providers.js';
