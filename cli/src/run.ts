import { createWeirClient } from '@weir/client';
import { type Command, CommanderError } from 'commander';
import { toldError } from './errors/error-lines.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { type GlobalOptions, gatewayOptions } from './gateway-options.js';
import type { Invocation } from './invocation.js';
import { Output, type OutputStream } from './output/output.js';
import { type Start, weirProgram } from './program.js';

export interface Surroundings {
  readonly input: Invocation['input'];
  readonly out: OutputStream;
  readonly notes: OutputStream;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly version: string;
}

/** Runs one command line to its end. Never throws: what goes wrong is told on standard error. */
export async function run(argv: readonly string[], around: Surroundings): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const start: Start = async (command, work) => {
    exitCode = (await work(invocationOf(command, around))) ?? EXIT.ok;
  };
  const program = weirProgram(around.version, start);
  try {
    if (argv.length === 0) {
      program.outputHelp();
      return EXIT.ok;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (around.signal.aborted) return EXIT.interrupted;
    return tell(error, around);
  }
}

function invocationOf(command: Command, around: Surroundings): Invocation {
  const options = command.optsWithGlobals<GlobalOptions>();
  const { isNamed, ...client } = gatewayOptions(options, around.environment);
  return {
    client: createWeirClient(client),
    gateway: client.gateway,
    isGatewayNamed: isNamed,
    output: new Output(around.out, around.notes, {
      json: options.json === true,
      colourRefused: !options.color,
      environment: around.environment,
    }),
    input: around.input,
    environment: around.environment,
    signal: around.signal,
  };
}

function tell(error: unknown, { notes, environment }: Surroundings): ExitCode {
  // Help and version that were asked for.
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
  const { lines, exitCode } = toldError(error);
  notes.write(`${lines.join('\n')}\n`);
  if (environment.WEIR_DEBUG && error instanceof Error) notes.write(`${error.stack}\n`);
  return exitCode;
}
