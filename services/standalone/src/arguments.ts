import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { WeirError } from '@weir/platform';

export const USAGE = `Usage: npm start -- [options]

  --port <number>     the page's and the API's port (8080)
  --data <file>       train on this file: .csv, .arff or .ndjson, gzipped or not
  --schema <name>     its feature schema: uci-30 (default), uci-9, url, or one of your own
  --no-train          serve what is there, train nothing
  --open, --no-open   open the page in a browser (default: only on a terminal)
  --help              this text

State lies under .weir/; WEIR_HOME names another folder.`;

export interface StandaloneArguments {
  readonly port: number;
  /** Absolute path, where one was given. */
  readonly data: string | undefined;
  readonly schema: string;
  readonly train: boolean;
  readonly open: boolean;
  readonly help: boolean;
}

const DEFAULT_PORT = 8080;

/** The command line, checked. Throws `WEIR_CONFIG_INVALID`. */
export function readArguments(
  argv: readonly string[],
  environmentPort: number | undefined,
  isTerminal: boolean,
): StandaloneArguments {
  const { values } = parse(argv);
  return {
    port: values.port === undefined ? (environmentPort ?? DEFAULT_PORT) : portOf(values.port),
    data: values.data === undefined ? undefined : resolve(values.data),
    schema: values.schema ?? 'uci-30',
    train: values['no-train'] !== true,
    open: values['no-open'] === true ? false : values.open === true || isTerminal,
    help: values.help === true,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: false,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        schema: { type: 'string' },
        'no-train': { type: 'boolean' },
        open: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new WeirError(
      'WEIR_CONFIG_INVALID',
      `${(error as Error).message}; npm start -- --help names the options`,
    );
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new WeirError('WEIR_CONFIG_INVALID', `--port must be a whole number from 0 to 65535, not "${text}"`);
}
