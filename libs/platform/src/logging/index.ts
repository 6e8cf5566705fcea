export { createLogger, type Logger, logFile, redactCredentials } from './logger.js';
export { NestLogger } from './nest-logger.js';
