import { describe, expect, it } from 'vitest';
import { capturedOutput } from '../testing/captured-output.js';
import { Progress, progressLine } from './progress.js';

describe('progressLine', () => {
  it('shows how far it is, no wider than the terminal', () => {
    expect(progressLine({ what: 'checking', done: 1_200, total: 3_000 }, 80)).toBe(
      '██████████░░░░░░░░░░░░░░  40 %  1,200 of 3,000  checking',
    );
    expect(progressLine({ what: 'checking', done: 9, total: 3 }, 80)).toContain(' 100 %');
    expect(progressLine({ what: 'x'.repeat(100), done: 1, total: 2 }, 40)).toHaveLength(39);
    expect(progressLine({ what: 'URLs checked', done: 1_200, total: 0 }, 80)).toBe('1,200  URLs checked');
  });
});

describe('Progress', () => {
  it('says nothing of what is over within a second, nor where nobody watches', () => {
    for (const terminal of [true, false]) {
      const { output, notes } = capturedOutput({ terminal });
      const progress = new Progress(output);
      progress.show({ what: 'checking', done: 1, total: 2 });
      progress.clear();
      expect(notes()).toBe('');
    }
  });
});
