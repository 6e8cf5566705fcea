import type { ReplayRequest } from './replay-arguments.js';
import type { PassedOver, Tally } from './tally.js';

const MOST_REASONS = 12;
const MOST_LETTERS = 140;
const WHY: Readonly<Record<PassedOver, string>> = {
  topic: 'came from another topic',
  time: 'lie outside --from and --until',
  error: 'have another reason than --error',
  headers: 'do not say whence they came',
};

/** What was done, or would be, in lines for a person. */
export function reportOf(tally: Tally, request: ReplayRequest): string {
  const { topic } = request.filter;
  const lines = [
    `${counted(tally.read, 'record')} of urls.rejected read, ${counted(tally.selected)} chosen for ${topic}`,
    ...reasonLines(tally.chosen),
    ...spanLine(tally),
    ...passedOverLines(tally),
    ...groupLine(tally, request),
    '',
    outcome(tally, request),
  ];
  return `${lines.join('\n')}\n`;
}

function reasonLines(chosen: ReadonlyMap<string, number>): string[] {
  const reasons = [...chosen].sort(([, a], [, b]) => b - a);
  const shown = reasons.slice(0, MOST_REASONS).map(([reason, count]) => line(count, printable(reason)));
  const rest = reasons.slice(MOST_REASONS).reduce((sum, [, count]) => sum + count, 0);
  if (rest === 0) return shown;
  return [...shown, line(rest, `for ${counted(reasons.length - MOST_REASONS, 'other reason')}`)];
}

function spanLine({ selected, oldest, newest }: Tally): string[] {
  if (selected === 0) return [];
  return [`rejected between ${new Date(oldest).toISOString()} and ${new Date(newest).toISOString()}`];
}

function passedOverLines({ passedOver, elsewhere }: Tally): string[] {
  if (passedOver.size === 0) return [];
  const topics = [...elsewhere].map(([topic, count]) => `--topic ${printable(topic)}: ${counted(count)}`);
  return [
    'passed over:',
    ...[...passedOver].map(([why, count]) => {
      const more = why === 'topic' && topics.length > 0 ? ` (${topics.slice(0, 5).join(', ')})` : '';
      return line(count, `${WHY[why]}${more}`);
    }),
  ];
}

function groupLine({ passedOver }: Tally, { group, dryRun }: ReplayRequest): string[] {
  if (group === undefined || dryRun || passedOver.size === 0) return [];
  return ['this group will not look again at what was passed over'];
}

function outcome({ selected, sent }: Tally, { dryRun, limit, filter }: ReplayRequest): string {
  const limited = selected >= limit ? ' --limit is reached: there may be more.' : '';
  if (selected === 0) return 'Nothing to replay.';
  if (dryRun)
    return `Dry run: nothing was sent. Without --dry-run ${counted(selected)} go back to ${filter.topic}.${limited}`;
  return `${counted(sent, 'record')} put back onto ${filter.topic}.${limited}`;
}

function line(count: number, text: string): string {
  return `${counted(count).padStart(9)}  ${text}`;
}

function counted(count: number, noun?: string): string {
  const number = count.toLocaleString('en');
  if (noun === undefined) return number;
  return `${number} ${noun}${count === 1 ? '' : 's'}`;
}

/** A reason may quote what was sent: nothing of it may steer a terminal. */
function printable(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
  if (plain === '') return '(no reason given)';
  return plain.length > MOST_LETTERS ? `${plain.slice(0, MOST_LETTERS)}…` : plain;
}
