import { expect, it } from 'vitest';
import { idempotencyKeyOf } from './idempotency-key.js';

it.each([
  ['8e03978e-40d5-43dd-bc93-6894a57f9324', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
  ['"8e03978e"', '8e03978e'],
  ['"with space, comma and \\"quotes\\""', 'with space, comma and "quotes"'],
  [' a ', 'a'],
  ['x'.repeat(255), 'x'.repeat(255)],
])('reads %s', (header, key) => {
  expect(idempotencyKeyOf(header)).toBe(key);
});

it.each(['', '   ', '""', '"open', 'two words', 'a, b', 'ä', 'x'.repeat(256), '"a\\b"'])(
  'refuses %j',
  (header) => {
    expect(() => idempotencyKeyOf(header)).toThrow(/Idempotency-Key must be/);
  },
);
