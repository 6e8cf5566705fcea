import { parseArgs } from 'node:util';
import { TOPICS } from '@weir/contracts';
import { WeirError } from '@weir/platform';

export const USAGE = `Usage: npm run replay -- [options]

Puts records of urls.rejected back onto the topic they came from, after a fix.

  --dry-run           send nothing, only say what would be sent
  --error <text>      only those whose reason holds this text, in capitals or not
  --from <time>       only those rejected at or after this time, ISO 8601: 2026-03-01T12:00:00Z
  --until <time>      only those rejected before this time
  --topic <name>      only those that came from this topic (urls.submitted)
  --limit <number>    at most so many, the oldest of each partition first
  --group <name>      go on where the last run of this name ended, and remember where this one ends
  --help              this text

Without --group nothing is remembered: a second run sends the same records again.
A group has looked at what its filters passed over, too: take a new name for another fix.
The servers are those of the services, from the same variables: WEIR_BUS, KAFKA_BROKERS, …`;

export interface ReplayFilter {
  /** The topic that the records came from. */
  readonly topic: string;
  /** Milliseconds since the epoch, of the rejection; included. */
  readonly from?: number;
  /** Excluded. */
  readonly until?: number;
  /** Part of the reason, in lower case. */
  readonly error?: string;
}

export interface ReplayRequest {
  readonly filter: ReplayFilter;
  readonly limit: number;
  readonly dryRun: boolean;
  readonly group?: string;
}

/** The command line, checked; `help` where that was asked for. Throws `WEIR_CONFIG_INVALID`. */
export function readArguments(argv: readonly string[]): ReplayRequest | 'help' {
  const values = parse(argv);
  if (values.help === true) return 'help';
  const from = timeOf('--from', values.from);
  const until = timeOf('--until', values.until);
  if (from !== undefined && until !== undefined && from >= until)
    throw invalid('--from must be before --until');
  return {
    filter: {
      topic: textOf('--topic', values.topic) ?? TOPICS.urlsSubmitted.name,
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      ...(values.error !== undefined && { error: values.error.toLowerCase() }),
    },
    limit: limitOf(values.limit),
    dryRun: values['dry-run'] === true,
    ...groupOf(values.group),
  };
}

function parse(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      allowPositionals: false,
      options: {
        from: { type: 'string' },
        until: { type: 'string' },
        error: { type: 'string' },
        topic: { type: 'string' },
        limit: { type: 'string' },
        group: { type: 'string' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    throw invalid(`${(error as Error).message}; npm run replay -- --help names the options`);
  }
}

/** An ISO 8601 date, or one with a time and its zone: a time without one would be read as this machine's. */
const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?$/;

function timeOf(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(time)) return time;
  throw invalid(`${option} must be a time like 2026-03-01T12:00:00Z, not "${text}"`);
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  const limit = /^\d+$/.test(text) ? Number(text) : 0;
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw invalid(`--limit must be a whole number from 1, not "${text}"`);
}

/** A service's own group would lose its place. */
function groupOf(text: string | undefined): { readonly group?: string } {
  const name = textOf('--group', text);
  return name === undefined ? {} : { group: `weir-replay-${name}` };
}

const NAME = /^[a-zA-Z0-9._-]{1,200}$/;

function textOf(option: string, text: string | undefined): string | undefined {
  if (text === undefined || NAME.test(text)) return text;
  throw invalid(`${option} must be a name of letters, digits, ".", "_" and "-", not "${text}"`);
}

function invalid(message: string): WeirError {
  return new WeirError('WEIR_CONFIG_INVALID', message);
}
