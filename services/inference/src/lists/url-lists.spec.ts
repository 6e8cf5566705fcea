import type { ListEntry } from '@weir/platform';
import { isUrlProblem, type ParsedUrl, parseUrl } from '@weir/url-features';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { overrule } from './overrule.js';
import { keyOf, UrlLists } from './url-lists.js';

const AT = '2026-03-01T12:00:00.000Z';

function listsOf(...entries: readonly (readonly [string, Partial<ListEntry>?])[]): UrlLists {
  const lists = new UrlLists();
  lists.replaceAll(entries.map(([text, more]) => ({ ...(keyOf(text) as ListEntry), at: AT, ...more })));
  return lists;
}

function parsed(url: string): ParsedUrl {
  const read = parseUrl(url);
  if (isUrlProblem(read)) throw new Error(read.message);
  return read;
}

const decides = (lists: UrlLists, url: string) => {
  const hit = lists.find(parsed(url));
  return hit === undefined ? null : `${hit.list}/${hit.entry}`;
};

afterEach(() => vi.useRealTimers());

describe('UrlLists', () => {
  it.each([
    ['http://example.org/a', 'deny/example.org'],
    ['http://a.b.example.org/', 'deny/example.org'],
    ['https://WWW.Example.ORG.:8080/?q', 'deny/example.org'],
    ['http://example.org@evil.example/', null],
    ['http://notexample.org/', null],
    ['http://example.org.evil.example/', null],
    ['http://xn--bcher-kva.example/', 'allow/xn--bcher-kva.example'],
    ['http://bücher.example/', 'allow/xn--bcher-kva.example'],
    ['http://0x7f.1/', 'deny/127.0.0.1'],
    ['http://127.0.0.2/', null],
    ['http://x.shop.tk/', 'deny/tk'],
  ])('decides %s by %s', (url, expected) => {
    const lists = listsOf(
      ['deny/example.org'],
      ['allow/xn--bcher-kva.example'],
      ['deny/127.0.0.1'],
      ['deny/0.2'],
      ['deny/tk'],
    );
    expect(decides(lists, url)).toBe(expected);
  });

  it('lets the more specific entry decide, and of two for one host the deny list', () => {
    const lists = listsOf(['deny/example.org'], ['allow/good.example.org'], ['deny/bad.good.example.org']);
    expect(decides(lists, 'http://example.org/')).toBe('deny/example.org');
    expect(decides(lists, 'http://good.example.org/')).toBe('allow/good.example.org');
    expect(decides(lists, 'http://x.good.example.org/')).toBe('allow/good.example.org');
    expect(decides(lists, 'http://bad.good.example.org/')).toBe('deny/bad.good.example.org');
    expect(decides(listsOf(['allow/example.org'], ['deny/example.org']), 'http://example.org/')).toBe(
      'deny/example.org',
    );
  });

  it('stops counting an entry at its time, and the next one decides', () => {
    vi.useFakeTimers({ now: Date.parse(AT) });
    const expiresAt = new Date(Date.parse(AT) + 1_000).toISOString();
    const lists = listsOf(['deny/a.example.org', { expiresAt }], ['allow/example.org']);
    vi.advanceTimersByTime(999);
    expect(decides(lists, 'http://a.example.org/')).toBe('deny/a.example.org');
    vi.advanceTimersByTime(1);
    expect(decides(lists, 'http://a.example.org/')).toBe('allow/example.org');
  });

  it('takes off one list what stays on the other', () => {
    const lists = listsOf(['allow/example.org'], ['deny/example.org']);
    expect(lists.sizes()).toEqual({ allow: 1, deny: 1 });
    lists.delete({ list: 'deny', entry: 'example.org' });
    lists.delete({ list: 'deny', entry: 'none.example' });
    expect(decides(lists, 'http://example.org/')).toBe('allow/example.org');
    lists.delete({ list: 'allow', entry: 'example.org' });
    expect(lists.sizes()).toEqual({ allow: 0, deny: 0 });
  });

  it('gives no answer until it was read', () => {
    const lists = new UrlLists();
    expect(() => lists.require()).toThrow('have not been read yet');
    lists.replaceAll([]);
    expect(lists.require()).toBe(lists);
  });

  it('bears hosts with as many labels as DNS has room for', () => {
    const host = `${'a.'.repeat(120)}example.org`;
    expect(decides(listsOf(['deny/example.org']), `http://${host}/`)).toBe('deny/example.org');
  });
});

describe('overrule', () => {
  const scored = { verdict: 'suspicious', probability: 0.6, reasons: ['told so'] } as const;
  const judge = (lists: UrlLists, withReasons = true) =>
    overrule(lists, [parsed('http://a.example.org/')], [scored], withReasons)[0];

  it('names the list first, who and why, and keeps the probability', () => {
    expect(judge(listsOf(['deny/example.org', { reason: 'a campaign', by: 'ann' }]))).toEqual({
      verdict: 'malicious',
      probability: 0.6,
      reasons: ['`example.org` is on the deny list: a campaign (by ann)', 'told so'],
      list: { list: 'deny', entry: 'example.org', reason: 'a campaign', by: 'ann' },
    });
    expect(judge(listsOf(['allow/a.example.org']))).toMatchObject({
      verdict: 'safe',
      reasons: ['`a.example.org` is on the allow list', 'told so'],
      list: { list: 'allow', entry: 'a.example.org' },
    });
  });

  it('leaves alone what is on no list, and gives no reason where none is wanted', () => {
    expect(judge(listsOf(['deny/other.example']))).toBe(scored);
    expect(judge(listsOf(['deny/example.org']), false)).toMatchObject({ verdict: 'malicious', reasons: [] });
  });
});

describe('keyOf', () => {
  it.each(['', 'deny', 'deny/', 'grey/example.org', '/example.org'])('reads no entry out of %j', (text) => {
    expect(keyOf(text)).toBeNull();
  });
});
