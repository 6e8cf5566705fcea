import { Command } from 'commander';
import { addCheck } from './check/command.js';
import { addCompletion } from './completion/command.js';
import type { ExitCode } from './exit-codes.js';
import { DEFAULT_GATEWAY } from './gateway-options.js';
import type { Invocation } from './invocation.js';
import { addKeys } from './keys/command.js';
import { addLists } from './lists/command.js';
import { addModels } from './models/command.js';
import { addPublish } from './publish/command.js';
import { addReports } from './reports/command.js';
import { addIngest } from './runs/ingest-command.js';
import { addRuns } from './runs/runs-command.js';
import { addTrain } from './runs/train-command.js';
import { addVerdicts } from './verdicts/command.js';

/** Does a command's work; what it gives is the exit code, 0 where nothing. */
export type Work = (invocation: Invocation) => Promise<ExitCode | undefined> | Promise<void>;
export type Start = (command: Command, work: Work) => Promise<void>;

const EXAMPLES = `
Examples:
  weir check http://paypal.com.secure-login.example.tk/verify
  cat urls.txt | weir check --json
  weir verdicts --follow --verdict malicious

Environment: WEIR_GATEWAY (where the gateway is), WEIR_API_KEY (the key), NO_COLOR, WEIR_DEBUG (tells where errors come from).
Exit codes: 0 well, 1 failed, 2 found something malicious (check), 64 not understood, 130 Ctrl-C.`;

/** Every command of `weir`; `start` gives each what it needs. Throws `CommanderError` where a line is not understood. */
export function weirProgram(version: string, start: Start): Command {
  const program = new Command('weir')
    .description('Finds phishing URLs: judges them, streams their verdicts, trains the models that do so.')
    .version(version)
    .option('--gateway <url>', `where the gateway is (${DEFAULT_GATEWAY}, or WEIR_GATEWAY)`)
    .option('--key-file <path>', 'a file that holds the API key (instead of WEIR_API_KEY)')
    .option('--json', 'results as JSON, one document a line')
    .option('--no-color', 'no colours')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .addHelpText('after', EXAMPLES);
  // Told by whoever runs it, in one line with its code.
  program.configureOutput({ outputError: () => undefined });
  for (const add of [addCheck, addIngest, addTrain, addRuns, addModels, addReports, addVerdicts, addPublish])
    add(program, start);
  for (const add of [addKeys, addLists, addCompletion]) add(program, start);
  return program;
}
