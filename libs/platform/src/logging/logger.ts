import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

const CREDENTIALS_IN_URL = /\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]{1,512}@/gi;

/** A text without the credentials that stand in its URLs. */
export function redactCredentials(text: string): string {
  return text.replace(CREDENTIALS_IN_URL, '$1…@');
}

export interface LoggerOptions {
  readonly service: string;
  readonly level: string;
  readonly destination?: DestinationStream;
}

/** JSON lines with the service's name; secrets by name and credentials in URLs never reach the line. */
export function createLogger({ service, level, destination }: LoggerOptions): Logger {
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
  return destination === undefined ? pino(options) : pino(options, destination);
}
