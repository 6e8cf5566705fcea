import { describe, expect, it } from 'vitest';
import { outcome, summary } from './outcome.js';

const tally = (malicious: number, suspicious: number, error = 0) => ({
  malicious,
  suspicious,
  safe: 5,
  error,
});

describe('outcome', () => {
  it('is 2 for a finding, 1 for what could not be judged, else 0', () => {
    expect(outcome(tally(0, 0), 'malicious')).toBe(0);
    expect(outcome(tally(0, 3), 'malicious')).toBe(0);
    expect(outcome(tally(0, 0, 1), 'malicious')).toBe(1);
    expect(outcome(tally(1, 0, 1), 'malicious')).toBe(2);
  });

  it('counts as a finding what it is told to', () => {
    expect(outcome(tally(0, 3), 'suspicious')).toBe(2);
    expect(outcome(tally(3, 3), 'never')).toBe(0);
    expect(outcome(tally(3, 3, 1), 'never')).toBe(1);
  });
});

describe('summary', () => {
  it('tells all of it, and errors where there are some', () => {
    expect(summary({ malicious: 1_200, suspicious: 3, safe: 0, error: 0 }, 'URLs')).toBe(
      '1,203 URLs: 1,200 malicious, 3 suspicious, 0 safe',
    );
    expect(summary(tally(0, 0, 2), 'URLs')).toContain(', 2 not judged');
  });
});
