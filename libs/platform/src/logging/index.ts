export { createLogger, type Logger, redactCredentials } from './logger.js';
export { NestLogger } from './nest-logger.js';
