import { type DestinationStream, destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** User information up to the last `@` before the path: drivers are given passwords that hold an `@`. */
const CREDENTIALS_IN_URL = /\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/"]{1,4096}@/gi;
/** A password with a slash in it, which ends the user information of a URL by the book; a port does not begin one. */
const PASSWORD_WITH_SLASH =
  /\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@:"]{0,256}:(?!\d{1,5}[/?#])[^\s"]{1,4096}@/gi;

/** A text without the credentials that stand in its URLs. */
export function redactCredentials(text: string): string {
  return text.replace(PASSWORD_WITH_SLASH, '$1…@').replace(CREDENTIALS_IN_URL, '$1…@');
}

const SECRET_NAME =
  '[^"\\\\]{0,64}?(?:password|passwd|secret|token|authorization|api[-_]?key|credential|cookie)[^"\\\\]{0,64}';
const JSON_TEXT = '"(?:[^"\\\\]|\\\\.)*"';
/** A member of a JSON line, at any depth, whose name says that its value is a secret: text, a list of texts, or a number. */
const SECRET_MEMBER = new RegExp(
  `"(${SECRET_NAME})":(?:${JSON_TEXT}|\\[(?:${JSON_TEXT},?)*\\]|-?\\d[\\d.eE+-]*)`,
  'gi',
);

/** Links out of this machine and its cluster, whose names have no dot. Whatever is quoted in a log may be phishing. */
const LINK = /\bhttps?:\/\/(?!127\.\d{1,3}\.\d{1,3}\.\d{1,3}(?:[:/?#\s"\\]|$))[^\s"\\/]*\.[^\s"\\]*/gi;

/** A text whose links no viewer of logs makes clickable: `hxxp://evil[.]example/`. */
export function defangLinks(text: string): string {
  return text.replace(LINK, (link) => link.replaceAll('.', '[.]').replaceAll(/http/gi, 'hxxp'));
}

/** A JSON line without the secrets that its members' names tell, without credentials in URLs, and without live links. */
function redactLine(line: string): string {
  return defangLinks(redactCredentials(line.replace(SECRET_MEMBER, '"$1":"[redacted]"')));
}

export interface LoggerOptions {
  readonly service: string;
  readonly level: string;
  /** Standard output where absent. */
  readonly destination?: DestinationStream;
}

/** Characters kept while the file cannot be written; what is logged beyond them is dropped. */
const MAX_UNWRITTEN_UNITS = 1024 * 1024;

/**
 * A file that lines are appended to at once, made with its folder where it is missing. While it cannot be written (a full
 * disk), lines are kept for later, standard error says so once, and the process goes on.
 */
export function logFile(path: string): DestinationStream {
  const file = destination({ dest: path, sync: true, mkdir: true, maxLength: MAX_UNWRITTEN_UNITS });
  let failing = false;
  file.on('error', (error: Error) => {
    if (!failing) process.stderr.write(`The log ${path} cannot be written: ${error.message}\n`);
    failing = true;
  });
  file.on('write', () => {
    failing = false;
  });
  return file;
}

/** JSON lines with the service's name; secrets by name, credentials in URLs and live links never reach the line. */
export function createLogger({ service, level, destination: target }: LoggerOptions): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: {
      streamWrite: redactLine,
    },
  };
  return target === undefined ? pino(options) : pino(options, target);
}
