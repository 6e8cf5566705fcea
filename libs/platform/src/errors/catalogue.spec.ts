import { describe, expect, it } from 'vitest';
import { ERROR_CATALOGUE, type ErrorCode } from './catalogue.js';
import { isWeirError, WeirError } from './weir-error.js';

describe('the error catalogue', () => {
  it.each(Object.entries(ERROR_CATALOGUE))(
    '%s says what it is, what to do, and an HTTP status',
    (code, entry) => {
      expect(code).toMatch(/^WEIR_[A-Z]+(_[A-Z]+)*$/);
      expect(entry.title).toMatch(/^[A-Z].*[^.]$/);
      expect(entry.remedy).toMatch(/^[A-Z].*\.$/);
      expect(entry.status).toBeGreaterThanOrEqual(400);
      expect(entry.status).toBeLessThan(600);
    },
  );

  it('has a title for each code that no other has', () => {
    const titles = Object.values(ERROR_CATALOGUE).map((each) => each.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('calls transient what a wait can mend, and answers it with 503, 409 or 429', () => {
    const transient = Object.values(ERROR_CATALOGUE).filter((each) => each.transient);
    expect(new Set(transient.map((each) => each.status))).toEqual(new Set([503, 409, 429]));
  });
});

describe('WeirError', () => {
  it('carries its code, its cause and its facts', () => {
    const cause = new Error('refused');
    const error = new WeirError('WEIR_BUS_UNAVAILABLE', 'No broker', { cause, context: { broker: 'one' } });
    expect(error).toMatchObject({
      name: 'WeirError',
      message: 'No broker',
      cause,
      context: { broker: 'one' },
    });
    expect(error.remedy).toBe(ERROR_CATALOGUE.WEIR_BUS_UNAVAILABLE.remedy);
    expect(error.transient).toBe(true);
  });

  it('has no cause where none is given', () => {
    expect('cause' in new WeirError('WEIR_INTERNAL', 'x')).toBe(false);
  });

  it('is told apart by its code', () => {
    const error = new WeirError('WEIR_NOT_FOUND', 'x');
    expect(isWeirError(error)).toBe(true);
    expect(isWeirError(error, 'WEIR_NOT_FOUND')).toBe(true);
    expect(isWeirError(error, 'WEIR_INTERNAL' satisfies ErrorCode)).toBe(false);
    expect(isWeirError(new Error('x'))).toBe(false);
    expect(isWeirError({ code: 'WEIR_NOT_FOUND' })).toBe(false);
  });
});
