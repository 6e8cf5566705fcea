import { EXIT, type ExitCode } from '../exit-codes.js';

/** A failure that the command line foresees: a code of docs/errors.md, what happened, and what to do. */
export class CliError extends Error {
  override readonly name = 'CliError';

  constructor(
    readonly code: string,
    message: string,
    readonly exitCode: ExitCode = EXIT.failed,
  ) {
    super(message);
  }
}

export function usageError(message: string): CliError {
  return new CliError('WEIR_USAGE', message, EXIT.usage);
}
