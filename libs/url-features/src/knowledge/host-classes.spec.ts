import { describe, expect, it } from 'vitest';
import { parseUrl } from '../parse/parse-url.js';
import { isUrlProblem } from '../parse/url-problem.js';
import { classesOf, HOST_CLASS, isOpenPath, isRestrictedSuffix } from './host-classes.js';

describe('classesOf', () => {
  it.each<[string, number]>([
    ['docs.google.com', HOST_CLASS.openHosting],
    ['deep.sites.google.com', HOST_CLASS.openHosting],
    ['google.com', 0],
    ['evil.weebly.com', HOST_CLASS.openHosting],
    ['deep.evil.weebly.com', HOST_CLASS.openHosting],
    ['weebly.com', 0],
    ['login.wix.com', 0],
    ['notweebly.com', 0],
    ['bit.ly', HOST_CLASS.shortener],
    ['x.duckdns.org', HOST_CLASS.dynamicDns],
    ['a-b.ngrok-free.app', HOST_CLASS.tunnel],
    ['github.com', HOST_CLASS.codeOrDocuments],
    ['en.wikipedia.org', HOST_CLASS.codeOrDocuments],
    ['example.com', 0],
    ['com', 0],
    ['', 0],
  ])('of %s', (host, expected) => {
    expect(classesOf(host)).toBe(expected);
  });

  it('looks at the last labels of a host of many', () => {
    expect(classesOf(`${'a.'.repeat(120)}evernote.com`)).toBe(HOST_CLASS.openHosting);
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

describe('isOpenPath', () => {
  it.each<[string, boolean]>([
    ['https://www.google.com/url?q=http://evil.example', true],
    ['https://www.google.com/urls', false],
    ['https://www.dropbox.com/s/abc/file.htm', true],
    ['https://www.dropbox.com/login', false],
    ['https://www.google.com/', false],
    ['https://example.com/url', false],
  ])('%s: %s', (text, expected) => {
    const parsed = parseUrl(text);
    if (isUrlProblem(parsed)) throw new Error(parsed.code);
    expect(isOpenPath(parsed)).toBe(expected);
  });
});
