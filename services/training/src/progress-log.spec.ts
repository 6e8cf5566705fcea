import { expect, it } from 'vitest';
import { ProgressLog } from './progress-log.js';

it('writes a line when the work changes, and one every ten seconds', () => {
  const lines: unknown[] = [];
  let now = 0;
  const log = new ProgressLog({ info: (_, message) => void lines.push([now, message]) }, () => now);
  for (now = 0; now < 25_000; now += 500)
    log.take({ done: now, total: 1, message: `searching: ${now} steps` });
  log.take({ done: 1, total: 1, message: 'testing: 1 of 2 steps' });
  expect(lines).toEqual([
    [0, 'searching: 0 steps'],
    [10_000, 'searching: 10000 steps'],
    [20_000, 'searching: 20000 steps'],
    [25_000, 'testing: 1 of 2 steps'],
  ]);
});
