import { UrlSubmitted, validate } from '@weir/contracts';
import { describe, expect, it } from 'vitest';
import { Submissions } from './submissions.js';

const options = { seed: 3, prefix: 'run-1', keys: 5 };
const made = new Submissions(options).take(5_000);

describe('submissions', () => {
  it('are the same for the same seed', () => {
    expect(new Submissions(options).take(5_000)).toEqual(made);
  });

  it('have numbers of their own', () => {
    expect(new Set(made.map(({ id }) => id)).size).toBe(5_000);
  });

  it('are well formed under the key of their domain, but for a few', () => {
    const wellFormed = made.filter(({ malformed }) => !malformed);
    for (const { id, key, value } of wellFormed) {
      const read = validate(UrlSubmitted, JSON.parse(String(value)));
      expect(read.ok && read.value.id).toBe(id);
      expect(read.ok && new URL(read.value.url).hostname.split('.').slice(-2).join('.')).toBe(key);
    }
    expect(new Set(wellFormed.map(({ key }) => key)).size).toBe(5);
    expect(made.length - wellFormed.length).toBeGreaterThan(10);
    expect(made.length - wellFormed.length).toBeLessThan(50);
  });
});
