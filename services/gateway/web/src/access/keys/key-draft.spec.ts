import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, faultsOf, newKeyOf } from './key-draft.js';

const TODAY = '2026-03-01';
const ann = { ...EMPTY_DRAFT, name: ' ann ' };

describe('what is wrong with a key to be made', () => {
  it('is nothing where the gateway takes it', () => {
    expect(faultsOf(ann, TODAY)).toEqual({});
    expect(faultsOf({ ...ann, name: 'mail filter/2@example.org', until: TODAY }, TODAY)).toEqual({});
  });

  it.each([
    [{ name: '  ' }, { name: expect.stringMatching(/whose/) }],
    [{ name: '.hidden' }, { name: expect.stringMatching(/letter or digit/) }],
    [{ name: 'Jürgen' }, { name: expect.stringMatching(/ASCII/) }],
    [{ name: 'a'.repeat(101) }, { name: expect.stringMatching(/100/) }],
    [{ scopes: [] }, { scopes: expect.stringMatching(/may do/) }],
    [{ until: '2026-02-28' }, { until: expect.stringMatching(/over/) }],
  ])('is told of %o', (change, faults) => {
    expect(faultsOf({ ...ann, ...change }, TODAY)).toEqual(faults);
  });
});

describe('a key to be made', () => {
  it('has its scopes and the end of its last day', () => {
    const key = newKeyOf({ ...ann, until: '2030-01-31' }, false);
    expect(key).toMatchObject({ name: 'ann', scopes: ['predict', 'read'] });
    expect(new Date(String(key.expiresAt)).toLocaleDateString('en-GB')).toBe('31/01/2030');
    expect(newKeyOf(ann, false)).not.toHaveProperty('expiresAt');
  });

  it('has admin alone where it has that, which includes the others', () => {
    expect(newKeyOf({ ...ann, scopes: ['read', 'admin'] }, false).scopes).toEqual(['admin']);
  });

  it('has admin and no end where it is the first', () => {
    expect(newKeyOf({ ...ann, until: '2030-01-31' }, true)).toEqual({ name: 'ann', scopes: ['admin'] });
  });
});
