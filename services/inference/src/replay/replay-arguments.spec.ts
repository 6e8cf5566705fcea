import { describe, expect, it } from 'vitest';
import { readArguments } from './replay-arguments.js';

describe('readArguments', () => {
  it('chooses all that came from urls.submitted where nothing is said', () => {
    expect(readArguments([])).toEqual({
      filter: { topic: 'urls.submitted' },
      limit: Number.POSITIVE_INFINITY,
      dryRun: false,
    });
  });

  it('reads all options', () => {
    const given = '--from 2026-03-01 --until 2026-03-01T12:00:00+01:00 --limit 20 --dry-run --group fix-7';
    expect(readArguments([...given.split(' '), '--topic', 'urls.feedback', '--error', 'Not UTF-8'])).toEqual({
      filter: {
        topic: 'urls.feedback',
        from: Date.UTC(2026, 2, 1),
        until: Date.UTC(2026, 2, 1, 11),
        error: 'not utf-8',
      },
      limit: 20,
      dryRun: true,
      group: 'weir-replay-fix-7',
    });
    expect(readArguments(['--help', '--limit', 'none'])).toBe('help');
  });

  it.each([
    [['--from', 'yesterday'], /--from must be a time like/],
    [['--from', '2026-03-01T12:00'], /--from must be a time like/],
    [['--from', '2026-13-01'], /--from must be a time like/],
    [['--from', '2026-03-02', '--until', '2026-03-01'], /--from must be before --until/],
    [['--limit', '0'], /--limit must be a whole number/],
    [['--limit', '1e3'], /--limit must be a whole number/],
    [['--group', 'two words'], /--group must be a name/],
    [['--topic', ''], /--topic must be a name/],
    [['--dryrun'], /--help names the options/],
    [['urls.submitted'], /--help names the options/],
  ])('refuses %j', (argv, message) => {
    expect(() => readArguments(argv)).toThrow(
      expect.objectContaining({ code: 'WEIR_CONFIG_INVALID', message: expect.stringMatching(message) }),
    );
  });
});
