import { WeirApiError, WeirConnectionError } from '@weir/client';
import { CommanderError } from 'commander';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { printable, visible } from '../output/printable.js';
import { CliError } from './cli-error.js';

/** How a failure is told: one line with its code and what to do, and a line for each field that is wrong. */
export interface ToldError {
  readonly lines: readonly string[];
  readonly exitCode: ExitCode;
}

const KEY_HINT = 'The key is read from WEIR_API_KEY, or from the file of --key-file.';
/** Of fields that are wrong. */
const MOST_FIELDS = 10;
const UNREACHABLE_HINT = 'Check --gateway or WEIR_GATEWAY, and that Weir runs: npm start.';

export function toldError(error: unknown): ToldError {
  if (error instanceof CommanderError) return ofCommander(error);
  if (error instanceof CliError)
    return { lines: [line(error.code, error.message)], exitCode: error.exitCode };
  if (error instanceof WeirApiError) return { lines: ofApi(error), exitCode: EXIT.failed };
  if (error instanceof WeirConnectionError) return { lines: [ofConnection(error)], exitCode: EXIT.failed };
  return { lines: [ofOther(error)], exitCode: EXIT.failed };
}

/** The gateway's address is whoever asks' own: it stays as it was given. */
function ofConnection({ code, message }: WeirConnectionError): string {
  return `weir: ${code}: ${visible(message)}. ${UNREACHABLE_HINT}`;
}

function ofApi(error: WeirApiError): string[] {
  const hint = error.status === 401 ? ` ${KEY_HINT}` : '';
  // The gateway's own sentence names the first of them: nothing is told twice.
  const untold = error.errors.filter(({ message }) => !error.detail.includes(message));
  const shown = untold.slice(0, MOST_FIELDS);
  const fields = shown.map(({ path, message }) => `  ${printable(path)}: ${printable(message)}`);
  const more = untold.length - shown.length;
  if (more > 0) fields.push(`  … and ${more} more`);
  return [line(error.code, `${error.detail}${hint}`), ...fields];
}

function ofCommander(error: CommanderError): ToldError {
  const what = error.message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ');
  const told = `${/[.)?]$/.test(what) ? what : `${what}.`} weir --help tells the commands, weir <command> --help its options.`;
  return { lines: [line('WEIR_USAGE', told)], exitCode: EXIT.usage };
}

/** Coded errors of the platform, which is loaded only where it is used, and what nobody foresaw. */
function ofOther(error: unknown): string {
  if (!(error instanceof Error)) return line('WEIR_INTERNAL', String(error));
  const remedy = 'remedy' in error && typeof error.remedy === 'string' ? ` ${error.remedy}` : '';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'WEIR_INTERNAL';
  const end = remedy === '' || error.message.endsWith('.') ? '' : '.';
  return line(code, `${error.message}${end}${remedy}`);
}

function line(code: string, what: string): string {
  return `weir: ${code}: ${printable(what)}`;
}
