import { describe, expect, it } from 'vitest';
import { classesUnder, HOST_CLASS, isRestrictedSuffix, isUnder, OPEN_BELOW } from './host-classes.js';

describe('classesUnder', () => {
  it('opens what strangers hold below a name, neither the name nor what its company keeps', () => {
    const classAt = (host: string) => classesUnder(OPEN_BELOW, host, host.length - 'a.example'.length - 1);
    expect(classAt('stranger.a.example')).toBe(HOST_CLASS.openHosting);
    expect(classAt('login.stranger.a.example')).toBe(HOST_CLASS.openHosting);
    expect(classAt('stranger.login.a.example')).toBe(0);
    expect(classAt('a.example')).toBe(0);
  });

  it('leaves other classes as they are', () => {
    expect(classesUnder(HOST_CLASS.tunnel, 'login.a.example', 5)).toBe(HOST_CLASS.tunnel);
  });
});

describe('isRestrictedSuffix', () => {
  it.each(['gov', 'gov.uk', 'go.jp', 'ac.uk', 'edu.au', 'bank'])('%s is', (suffix) => {
    expect(isRestrictedSuffix(suffix)).toBe(true);
  });
  it.each(['com', 'co.uk', 'gov.example', 'academy', ''])('%s is not', (suffix) => {
    expect(isRestrictedSuffix(suffix)).toBe(false);
  });
});

describe('isUnder', () => {
  it.each<[string, boolean]>([
    ['/s', true],
    ['/s/abc', true],
    ['/s.php', true],
    ['/sh', false],
    ['/', false],
  ])('%s: %s', (path, expected) => {
    expect(isUnder(path, ['/away', '/s'])).toBe(expected);
  });
});
