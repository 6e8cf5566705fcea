// node --test tools/collect-links
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonLinks, linksOf, markdownLinks } from './extract.mjs';
import { ordinaryLink, siteOf } from './screen.mjs';
import { Selection } from './select.mjs';
import { signInKind } from './sign-in.mjs';

const none = new Set();

test('a link ends where the text around it begins', () => {
  const text =
    'See <https://weir.dev/a>, (https://weir.dev/b) and https://weir.dev/c. {"u":"https:\\/\\/weir.dev\\/d"}';
  assert.deepEqual(
    [...linksOf(text)],
    ['a', 'b', 'c', 'd'].map((path) => `https://weir.dev/${path}`),
  );
});

test('what a program completes is no link', () => {
  const code = [
    "'https://weir.dev/%s' % id",
    "'https://weir.dev/' + id",
    '`https://weir.dev/$' + '{id}`',
    'f"https://weir.dev/{id}"',
    'https://weir.dev/(?:a|b)',
  ];
  assert.deepEqual(
    code.flatMap((line) => [...linksOf(line)]).filter((link) => ordinaryLink(link, none)),
    [],
  );
});

test('a picture is no link, the page that it leads to is one', () => {
  const text =
    '[![build](https://weir.dev/badge.svg)](https://weir.dev/build) <img src="https://weir.dev/logo">';
  assert.deepEqual([...markdownLinks(text)], ['https://weir.dev/build']);
});

test('links are read below the named keys, and objects with an unwanted tag passed over', () => {
  const sites = { a: { site: 'one', tags: ['news'] }, b: { site: 'two', tags: ['porn'] }, tags: ['porn'] };
  assert.deepEqual([...jsonLinks(sites, ['site'], ['porn'])], ['one']);
});

test('spelling stays, tracking and what is not public go', () => {
  assert.equal(ordinaryLink('http://www.Weir.dev', none), 'http://www.Weir.dev');
  assert.equal(ordinaryLink('https://weir.dev/?id=1&utm_source=x', none), 'https://weir.dev/?id=1');
  const left = [
    'http://127.0.0.1/',
    'http://192.168.1.1/a',
    'http://printer.local/',
    'https://u:p@weir.dev/',
  ];
  const more = [
    'https://example.com/',
    'https://img.shields.io/x',
    'https://weir.dev/a.png',
    'https://weir/',
  ];
  for (const link of [...left, ...more]) assert.equal(ordinaryLink(link, none), undefined, link);
});

test('a name on the block list is left out, with its subdomains', () => {
  const blocked = new Set(['weir.dev']);
  assert.equal(ordinaryLink('https://login.weir.dev/', blocked), undefined);
});

test('a user of free hosting is a site of its own', () => {
  assert.equal(siteOf('someone.github.io'), 'someone.github.io');
  assert.equal(siteOf('www.bbc.co.uk'), 'bbc.co.uk');
});

test('a site gives at most five links, a spelling one', () => {
  const selection = new Selection();
  const links = Array.from({ length: 9 }, (_, index) => `https://weir.dev/${index}`);
  assert.equal(selection.add(links, { spec: 'a', source: 'a', year: 2026, most: 100 }), 5);
  const again = ['http://www.other.dev/x/', 'https://other.dev/x'];
  assert.equal(selection.add(again, { spec: 'b', source: 'b', year: 2026, most: 100 }), 1);
});

test('pages to sign in at are told from endpoints, documents and authors', () => {
  assert.equal(signInKind('https://login.live.com'), 'sign-in');
  assert.equal(signInKind('https://www.twitch.tv/login'), 'sign-in');
  assert.equal(signInKind('https://zoom.us/oauth/authorize'), 'authorize');
  assert.equal(signInKind('https://vercel.com/account/tokens'), 'account');
  const others = [
    'https://zoom.us/oauth/token',
    'https://a.org/instructionsToAuthors',
    'https://a.org/docs/login',
  ];
  for (const link of others) assert.equal(signInKind(link), undefined, link);
});
