import { createLogger, isWeirError, openBackends, readEnvironment } from '@weir/platform';
import { replay } from './replay.js';
import { type ReplayRequest, readArguments, USAGE } from './replay-arguments.js';
import { reportOf } from './replay-report.js';
import { Tally } from './tally.js';

/** Where a command writes. */
export interface CommandOutput {
  readonly out: (text: string) => void;
  readonly problem: (text: string) => void;
}

const DONE = 0;
const FAILED = 1;
/** The command line or a variable is wrong: nothing was read. */
const MISUSED = 2;

/** `npm run replay`. Gives the exit code: 0 done, also where there was nothing to do; 1 failed; 2 misused. Never rejects. */
export async function runReplay(
  argv: readonly string[],
  variables: NodeJS.ProcessEnv,
  output: CommandOutput,
): Promise<number> {
  const tally = new Tally();
  let request: ReplayRequest | 'help' = 'help';
  try {
    request = readArguments(argv);
    if (request === 'help') output.out(`${USAGE}\n`);
    else {
      await replayOver(variables, request, tally);
      output.out(reportOf(tally, request));
    }
    return DONE;
  } catch (error) {
    output.problem(problemOf(error));
    if (request !== 'help' && tally.sent > 0) output.problem(soFar(tally, request));
    return isWeirError(error, 'WEIR_CONFIG_INVALID') ? MISUSED : FAILED;
  }
}

async function replayOver(variables: NodeJS.ProcessEnv, request: ReplayRequest, tally: Tally): Promise<void> {
  // What the drivers say would stand between the lines of the report.
  const environment = readEnvironment({ WEIR_LOG_LEVEL: 'silent', ...variables });
  const logger = createLogger({ service: 'replay', level: environment.logLevel });
  const backends = await openBackends(environment, () => logger);
  try {
    await replay(backends.bus, request, tally);
  } finally {
    await backends.close();
  }
}

function problemOf(error: unknown): string {
  if (isWeirError(error)) return `${error.code}: ${error.message}\n  ${error.remedy}\n`;
  return `${(error as Error).stack ?? error}\n`;
}

function soFar({ sent }: Tally, { group }: ReplayRequest): string {
  const again = group === undefined ? 'send these again' : 'go on after them';
  return `  ${sent} records were put back before; the next run would ${again}.\n`;
}
