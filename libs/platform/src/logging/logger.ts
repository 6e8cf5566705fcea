import { type DestinationStream, destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

const CREDENTIALS_IN_URL = /\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]{1,512}@/gi;

/** A text without the credentials that stand in its URLs. */
export function redactCredentials(text: string): string {
  return text.replace(CREDENTIALS_IN_URL, '$1…@');
}

export interface LoggerOptions {
  readonly service: string;
  readonly level: string;
  /** Standard output where absent. */
  readonly destination?: DestinationStream;
}

/** A file that lines are appended to at once, made with its folder where it is missing. */
export function logFile(path: string): DestinationStream {
  return destination({ dest: path, sync: true, mkdir: true });
}

/** JSON lines with the service's name; secrets by name and credentials in URLs never reach the line. */
export function createLogger({ service, level, destination: target }: LoggerOptions): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'password',
        '*.password',
        'authorization',
        '*.authorization',
        'headers.authorization',
        'headers["x-api-key"]',
        'secretAccessKey',
        '*.secretAccessKey',
      ],
      censor: '[redacted]',
    },
    hooks: {
      streamWrite: redactCredentials,
    },
  };
  return target === undefined ? pino(options) : pino(options, target);
}
