import { describe, expect, it } from 'vitest';
import { returnPath, signInPath } from './sign-in-path.js';

describe('signInPath', () => {
  it.each(['/lists', '/models/url/3', '/models/url/compare?a=1&b=2'])('comes back to %s', (back) => {
    const path = signInPath(back);
    expect(returnPath(path.slice(path.indexOf('?')))).toBe(back);
  });

  it('needs no way back to the first view', () => {
    expect(signInPath('/')).toBe('/sign-in');
    expect(returnPath('')).toBe('/');
  });
});

it.each(['https://evil.example/', '//evil.example/', '/\\evil.example/', 'javascript:alert(1)', '/sign-in'])(
  'does not follow a link to %s',
  (back) => {
    expect(returnPath(`?${new URLSearchParams({ return: back })}`)).toBe('/');
  },
);
