export { canHelpToRetry } from './can-help-to-retry.js';
export { findSchema, findSnapshot, type SnapshotOrder } from './find-snapshot.js';
export { readEvents } from './read-events.js';
export { withHeartbeat } from './with-heartbeat.js';
