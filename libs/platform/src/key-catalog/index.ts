export {
  type ApiKey,
  hashOfKey,
  idOfKey,
  isInForce,
  isSameHash,
  KEY_NAME,
  MAX_REQUESTS_PER_SECOND,
  newKey,
} from './api-key.js';
export { type CreatedKey, KeyCatalog, type KeyOrder, type KeyPage } from './key-catalog.js';
