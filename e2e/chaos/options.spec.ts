import { describe, expect, it } from 'vitest';
import { readOptions } from './options.js';

const read = (...parameters: string[]) => readOptions(parameters, () => 99);

describe('the options', () => {
  it('have defaults: a round of each delivery', () => {
    expect(read()).toEqual({
      seed: 99,
      rounds: 1,
      urls: 100_000,
      seconds: 75,
      deliveries: ['at-least-once', 'exactly-once'],
      client: 'kafkajs',
      grace: 10,
      stall: 120,
    });
  });

  it('are taken as given, also beside --short', () => {
    const given = read('--short', '--seed', '0', '--urls', '500', '--delivery', 'exactly-once');
    expect(given).toMatchObject({ seed: 0, urls: 500, seconds: 20, deliveries: ['exactly-once'] });
    expect(read('--client', 'platformatic').client).toBe('platformatic');
  });

  it.each([
    ['--seed', 'x'],
    ['--rounds', '-1'],
    ['--delivery', 'at-most-once'],
    ['--client', 'other'],
    ['--unknown', '1'],
  ])('refuse %s %s', (name, value) => {
    expect(() => read(name, value)).toThrow(TypeError);
  });
});
