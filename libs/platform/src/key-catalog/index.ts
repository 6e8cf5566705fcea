export { type ApiKey, hashOfKey, idOfKey, isInForce, isSameHash, newKey } from './api-key.js';
export { type CreatedKey, KeyCatalog, type KeyOrder, type KeyPage } from './key-catalog.js';
