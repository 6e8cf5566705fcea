import { describe, expect, it } from 'vitest';
import { recordOf } from '../testing/records.js';
import type { Rejection } from './rejection.js';
import { type ReplayRequest, readArguments } from './replay-arguments.js';
import { reportOf } from './replay-report.js';
import { Tally } from './tally.js';

const rejection = (error: string, minute = 0, topic = 'urls.submitted'): Rejection => ({
  record: recordOf({ value: 'x', timestamp: Date.UTC(2026, 2, 1, 12, minute) }),
  topic,
  position: 'urls.submitted-0-0',
  error,
});
const asked = (...argv: string[]) => readArguments(argv) as ReplayRequest;

function tallyOf(...errors: string[]): Tally {
  const tally = new Tally();
  tally.read = errors.length;
  for (const [minute, error] of errors.entries()) tally.choose(rejection(error, minute));
  return tally;
}

describe('reportOf', () => {
  it('counts by reason, the most frequent first, and says what would be sent', () => {
    const tally = tallyOf('not UTF-8', 'empty', 'not UTF-8');
    tally.read = 6;
    tally.passOver('time', rejection('old'));
    tally.passOver('topic', rejection('x', 0, 'urls.feedback'));
    tally.passOver('headers', undefined);
    expect(reportOf(tally, asked('--dry-run', '--group', 'g')).split('\n')).toEqual([
      '6 records of urls.rejected read, 3 chosen for urls.submitted',
      '        2  not UTF-8',
      '        1  empty',
      'rejected between 2026-03-01T12:00:00.000Z and 2026-03-01T12:02:00.000Z',
      'passed over:',
      '        1  lie outside --from and --until',
      '        1  came from another topic (--topic urls.feedback: 1)',
      '        1  do not say whence they came',
      '',
      'Dry run: nothing was sent. Without --dry-run 3 go back to urls.submitted.',
      '',
    ]);
  });

  it('says what was sent, that a limit may have cut it short, and what a group will not see again', () => {
    const tally = tallyOf('empty');
    tally.sent = 1;
    tally.passOver('error', rejection('other'));
    const report = reportOf(tally, asked('--limit', '1', '--group', 'g'));
    expect(report).toContain('this group will not look again at what was passed over\n');
    expect(report).toContain(
      '\n1 record put back onto urls.submitted. --limit is reached: there may be more.\n',
    );
  });

  it('keeps many reasons short, and lets none steer the terminal', () => {
    const many = Array.from({ length: 20 }, (_, index) => `reason ${index}`);
    expect(reportOf(tallyOf(...many), asked())).toContain('        8  for 8 other reasons\n');
    const hostile = reportOf(tallyOf(`\u001b[2J\r${'x'.repeat(500)}`), asked());
    expect(hostile).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(hostile.length).toBeLessThan(400);
  });

  it('says so where there is nothing to do', () => {
    expect(reportOf(new Tally(), asked())).toContain('Nothing to replay.');
  });
});
