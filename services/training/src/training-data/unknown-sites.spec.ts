import { describe, expect, it } from 'vitest';
import { isTaughtUnlisted } from './unknown-sites.js';

describe('isTaughtUnlisted', () => {
  it('takes half of the sites, always the same', () => {
    const sites = Array.from({ length: 2_000 }, (_, index) => `site-${index}.example`);
    const unlisted = sites.filter(isTaughtUnlisted);
    expect(unlisted.length).toBeGreaterThan(900);
    expect(unlisted.length).toBeLessThan(1_100);
    expect(sites.filter(isTaughtUnlisted)).toEqual(unlisted);
  });

  it('stays as it is: a starter model is rebuilt bit for bit', () => {
    expect(
      ['paypal.com', 'example.org', 'github.io', 'weir.example'].map(isTaughtUnlisted),
    ).toMatchInlineSnapshot(`
      [
        false,
        true,
        true,
        true,
      ]
    `);
  });
});
