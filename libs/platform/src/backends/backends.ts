import type { Cache } from '../cache/index.js';
import type { Documents } from '../documents/index.js';
import type { EventBus } from '../event-bus/index.js';
import type { Objects } from '../objects/index.js';

/** The four ports a service stands on. */
export interface Backends {
  readonly bus: EventBus;
  readonly documents: Documents;
  readonly objects: Objects;
  readonly cache: Cache;
}
