import { describe, expect, it } from 'vitest';
import { verdictOf } from './verdict.js';

describe('verdictOf', () => {
  const thresholds = { malicious: 0.9, suspicious: 0.5 };

  it.each([
    [1, 'malicious'],
    [0.9, 'malicious'],
    [0.8999, 'suspicious'],
    [0.5, 'suspicious'],
    [0.4999, 'safe'],
    [0, 'safe'],
  ])('%d is %s: a threshold belongs to the worse side', (probability, verdict) => {
    expect(verdictOf(probability, thresholds)).toBe(verdict);
  });

  it('has no suspicious zone where both thresholds are one', () => {
    const one = { malicious: 0.5, suspicious: 0.5 };
    expect([0.5, 0.49].map((probability) => verdictOf(probability, one))).toEqual(['malicious', 'safe']);
  });
});
