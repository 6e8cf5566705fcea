export { type CacheFixture, cacheContract } from './cache-contract.js';
export { type DocumentsFixture, documentsContract } from './documents-contract.js';
export { type EventBusSetup, type EventBusUnderTest, eventBusContract } from './event-bus-contract.js';
export { limitFileSize } from './limit-file-size.js';
export { type ObjectsFixture, objectsContract } from './objects-contract.js';
export { type ServerFaultsSetup, serverFaultsContract, tcpTargetOf } from './server-faults-contract.js';
export { startTcpProxy, type TcpProxy, type TcpTarget } from './tcp-proxy.js';
