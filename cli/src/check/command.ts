import { type Command, Option } from 'commander';
import { usageError } from '../errors/cli-error.js';
import type { Start } from '../program.js';
import { checkCsv } from './check-csv.js';
import { checkUrls } from './check-urls.js';
import { FAIL_ON, type FailOn } from './judged.js';

interface CheckOptions {
  readonly csv?: string;
  readonly schema: string;
  readonly output?: string;
  readonly reasons?: boolean;
  readonly enrich?: boolean;
  readonly failOn: FailOn;
}

const EXAMPLES = `
Examples:
  weir check http://paypal.com.secure-login.example.tk/verify
  cat urls.txt | weir check --json
  weir check --csv features.csv --schema uci-30 -o predicted.csv

Ends with 2 if anything is malicious, with 1 if something could not be judged, else with 0.
With no gateway running and none named, the starter model that is shipped judges.`;

export function addCheck(program: Command, start: Start): void {
  program
    .command('check')
    .summary('say whether URLs are phishing')
    .description('Say whether URLs are phishing: those named, or those of standard input, one a line.')
    .argument('[urls...]', 'URLs; - reads them from standard input')
    .option('--csv <file>', 'predict the rows of a CSV (also .gz, or - for standard input)')
    .option('--schema <name>', 'its feature schema', 'url')
    .option('-o, --output <file>', 'write the predicted rows there')
    .option('--reasons', 'tell why (on by default for URLs named)')
    .option('--no-reasons', 'do not')
    .option('--enrich', 'visit the sites too; takes seconds each')
    .addOption(
      new Option('--fail-on <verdict>', 'what to end with 2 for').choices(FAIL_ON).default('malicious'),
    )
    .addHelpText('after', EXAMPLES)
    .action((urls: string[], options: CheckOptions, command: Command) =>
      start(command, (invocation) => {
        const { csv, ...rest } = options;
        if (csv === undefined) {
          if (options.output !== undefined) throw usageError('--output is for --csv; use > otherwise');
          return checkUrls(invocation, urls, rest);
        }
        if (urls.length > 0) throw usageError('give URLs or --csv, not both');
        return checkCsv(invocation, { csv, ...rest });
      }),
    );
}
