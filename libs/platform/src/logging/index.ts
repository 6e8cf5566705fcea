export { createLogger, defangLinks, type Logger, logFile, redactCredentials } from './logger.js';
export { NestLogger } from './nest-logger.js';
