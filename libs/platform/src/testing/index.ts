export { type CacheFixture, cacheContract } from './cache-contract.js';
export { type DocumentsFixture, documentsContract } from './documents-contract.js';
export { batchOf } from './event-batch.js';
export { type EventBusSetup, type EventBusUnderTest, eventBusContract } from './event-bus-contract.js';
export { limitFileSize } from './limit-file-size.js';
export { exampleVersion, modelRegistryContract } from './model-registry-contract.js';
export { type ObjectsFixture, objectsContract } from './objects-contract.js';
export { ObservedBus, type PublishedEvent } from './observed-bus.js';
export { type ServerFaultsSetup, serverFaultsContract, tcpTargetOf } from './server-faults-contract.js';
export {
  type SnapshotRow,
  type StoredSnapshotOptions,
  storeSnapshot,
  uciWebsiteRows,
} from './stored-snapshot.js';
export { startTcpProxy, type TcpProxy, type TcpTarget } from './tcp-proxy.js';
export { type TemporaryBackends, temporaryBackends } from './temporary-backends.js';
