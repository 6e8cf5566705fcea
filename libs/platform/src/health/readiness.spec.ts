import { describe, expect, it } from 'vitest';
import { Readiness } from './readiness.js';

describe('Readiness', () => {
  it('does without what is spared, and not without the rest', () => {
    const readiness = new Readiness();
    readiness.spare('cache');
    expect(readiness.passes('cache', false)).toBe(true);
    expect(readiness.passes('bus', false)).toBe(false);
    expect(readiness.passes('bus', true)).toBe(true);
    expect(readiness.passes('bus', false)).toBe(false);
  });

  it('waits for what is spared once seen until it has answered', () => {
    const readiness = new Readiness();
    readiness.spareOnceSeen('inference');
    expect(readiness.passes('inference', false)).toBe(false);
    expect(readiness.passes('inference', true)).toBe(true);
    expect(readiness.passes('inference', false)).toBe(true);
  });
});
