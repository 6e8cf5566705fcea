export { type Platform, PlatformModule } from './platform.module.js';
export { endOnFailure, onSignal, readSchemas, runService } from './run-service.js';
export { type Listen, type RunningService, type ServiceDefinition, startService } from './start-service.js';
export * from './tokens.js';
