import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageFacts } from './page-facts.js';
import { readPage } from './read-page.js';

const PAGE = 'https://www.shop.example/a/index.html';
const read = (html: string): Promise<PageFacts> => readPage(html, PAGE);

const EMPTY: PageFacts = {
  objects: { total: 0, foreign: 0 },
  anchors: { total: 0, foreign: 0 },
  tags: { total: 0, foreign: 0 },
  hasForeignFavicon: false,
  hasEmptyForm: false,
  hasForeignForm: false,
  hasMailForm: false,
  hasHiddenFrame: false,
  changesStatusBar: false,
  blocksRightClick: false,
  opensPrompt: false,
};

describe('readPage', () => {
  it.each(['', 'no tags', '<html><body><p>hello', '\u0000<', '<a', '<!-- <a href=x> -->'])(
    'finds nothing in %j',
    async (html) => {
      expect(await read(html)).toEqual(EMPTY);
    },
  );

  it.each([
    ['<a href="/b">', 1, 0],
    ['<A HREF=b>', 1, 0],
    ['<a href="https://login.shop.example/">', 1, 0],
    ['<a href="//cdn.shop.example">', 1, 0],
    ['<a href="https://other.example/">', 1, 1],
    ['<a href="https://shop.example.evil.test/">', 1, 1],
    ['<a href="http&#58;//other.example/">', 1, 1],
    ['<a href="">', 1, 1],
    ['<a href="#">', 1, 1],
    ['<a href="#content">', 1, 1],
    ['<a href="JavaScript::void(0)">', 1, 1],
    ['<a href=" javascript:void(0) ">', 1, 1],
    ['<a href="mailto:a@shop.example">', 1, 1],
    ['<a name="top">', 0, 0],
    ['<area href="https://other.example/">', 1, 1],
    ['<a href="/b" href="https://other.example/">', 1, 0],
    ['<base href="https://other.example/"><a href="b"><a href="https://shop.example/">', 2, 1],
    ['<base href="https://other.example/"><base href="/"><a href="b">', 1, 1],
    ['<noscript><a href="https://other.example/"></noscript><a href="/b">', 1, 0],
    ['<template><a href="https://other.example/"></template>', 0, 0],
    ['<script>"<a href=https://other.example/>"</script>', 0, 0],
  ])('counts anchors of %s', async (html, total, foreign) => {
    expect(await read(html)).toEqual({ ...EMPTY, anchors: { total, foreign } });
  });

  it.each([
    ['<img src="/a.png">', 1, 0],
    ['<img src="https://cdn.example/a.png"><img src=b.png>', 2, 1],
    ['<img src="data:image/png;base64,AA">', 1, 0],
    ['<img src="">', 0, 0],
    ['<img alt="none">', 0, 0],
    ['<audio src="https://other.example/a.mp3">', 1, 1],
    ['<video><source src="https://other.example/a.mp4"></video>', 1, 1],
    ['<embed src="https://other.example/a.swf">', 1, 1],
    ['<object data="https://other.example/a.swf">', 1, 1],
  ])('counts objects of %s', async (html, total, foreign) => {
    expect((await read(html)).objects).toEqual({ total, foreign });
  });

  it.each([
    ['<script src="/a.js"></script>', 1, 0],
    ['<script src="https://cdn.example/a.js"></script>', 1, 1],
    ['<script>let a;</script>', 0, 0],
    ['<link rel=stylesheet href="https://cdn.example/a.css">', 1, 1],
    ['<link rel=canonical href="https://shop.example/">', 1, 0],
    ['<meta property="og:image" content="https://cdn.example/a.png">', 1, 1],
    ['<meta property="og:url" content="https://shop.example/">', 1, 0],
    ['<meta name="description" content="shop">', 0, 0],
  ])('counts tags of %s', async (html, total, foreign) => {
    expect((await read(html)).tags).toEqual({ total, foreign });
  });

  it.each<[string, keyof PageFacts, boolean]>([
    ['<link rel="icon" href="/favicon.ico">', 'hasForeignFavicon', false],
    ['<link rel="icon" href="data:,">', 'hasForeignFavicon', false],
    ['<link rel="icon" href="https://brand.example/favicon.ico">', 'hasForeignFavicon', true],
    ['<link rel="Shortcut Icon" href="//brand.example/favicon.ico">', 'hasForeignFavicon', true],
    ['<link rel="stylesheet" href="//brand.example/a.css">', 'hasForeignFavicon', false],
    ['<form>', 'hasEmptyForm', true],
    ['<form action="">', 'hasEmptyForm', true],
    ['<form action=" # ">', 'hasEmptyForm', true],
    ['<form action="about:blank">', 'hasEmptyForm', true],
    ['<form action="JavaScript:send()">', 'hasEmptyForm', true],
    ['<form action="/login">', 'hasEmptyForm', false],
    ['<form action="/login">', 'hasForeignForm', false],
    ['<form action="https://login.shop.example/">', 'hasForeignForm', false],
    ['<form action="https://evil.example/collect.php">', 'hasForeignForm', true],
    ['<form action="/a"><form action="//evil.example/">', 'hasForeignForm', true],
    ['<form action="about:blank">', 'hasForeignForm', false],
    ['<form action="mailto:thief@evil.example">', 'hasMailForm', true],
    ['<form action="/mailto:">', 'hasMailForm', false],
    ['<iframe src="/a" frameborder="0">', 'hasHiddenFrame', true],
    ['<iframe src="/a" frameBorder=no>', 'hasHiddenFrame', true],
    ['<iframe width="1" height="1">', 'hasHiddenFrame', true],
    ['<iframe height="0px">', 'hasHiddenFrame', true],
    ['<iframe style="display : none">', 'hasHiddenFrame', true],
    ['<iframe style="border:0">', 'hasHiddenFrame', true],
    ['<iframe hidden>', 'hasHiddenFrame', true],
    ['<iframe style="opacity:0.9" width="100">', 'hasHiddenFrame', false],
    ['<iframe src="/a" width="560" height="315">', 'hasHiddenFrame', false],
    ['<noscript><iframe height="0" width="0"></iframe></noscript>', 'hasHiddenFrame', false],
    [`<a href=b onMouseOver="window.status='https://bank.example'; return true">`, 'changesStatusBar', true],
    [`<a href=b onmouseover="status='x'">`, 'changesStatusBar', true],
    [`<a href=b onmouseover="if (window.status == 'x') a()">`, 'changesStatusBar', false],
    [`<a href=b onmouseover="show()">`, 'changesStatusBar', false],
    [`<script>a.onmouseover = () => { window . status = 'x' }</script>`, 'changesStatusBar', true],
    [`<script>response.status = 200</script>`, 'changesStatusBar', false],
    ['<body oncontextmenu="return false">', 'blocksRightClick', true],
    ['<body oncontextmenu="event.preventDefault()">', 'blocksRightClick', true],
    ['<body oncontextmenu="menu()">', 'blocksRightClick', false],
    ['<script>if (event.button==2) alert("no")</script>', 'blocksRightClick', true],
    ['<script>if (e.button === 2) return false</script>', 'blocksRightClick', true],
    ['<script>if (e.button == 20) a()</script>', 'blocksRightClick', false],
    [
      `<script>document.addEventListener('contextmenu', e => e.preventDefault())</script>`,
      'blocksRightClick',
      true,
    ],
    ['<script>document.oncontextmenu = function () { return false }</script>', 'blocksRightClick', true],
    [`<script>document.addEventListener('contextmenu', show)</script>`, 'blocksRightClick', false],
    ['<script>prompt("Your PIN?")</script>', 'opensPrompt', true],
    ['<script>let pin = window.prompt ("PIN")</script>', 'opensPrompt', true],
    ['<button onclick="prompt(\'PIN\')">', 'opensPrompt', true],
    ['<script>installEvent.prompt()</script>', 'opensPrompt', false],
    ['<script>function showprompt(){}</script>', 'opensPrompt', false],
    ['<p>prompt("not a script")</p>', 'opensPrompt', false],
  ])('reads %s: %s is %s', async (html, fact, expected) => {
    expect((await read(html))[fact]).toBe(expected);
  });

  it.each([
    ['0;url=/next', 'https://www.shop.example/next'],
    ['0; URL=https://evil.example/', 'https://evil.example/'],
    ["3;url='https://evil.example/'", 'https://evil.example/'],
    ['0.5, https://evil.example/', 'https://evil.example/'],
    ['0;url="next" and more', 'https://www.shop.example/a/next'],
    ['30;url=/later', undefined],
    ['0', undefined],
    ['url=/next', undefined],
    ['0;url=http://[', undefined],
  ])('reads the refresh %j', async (content, refreshUrl) => {
    const facts = await read(`<meta http-equiv=" Refresh " content="${content.replaceAll('"', '&quot;')}">`);
    expect(facts.refreshUrl).toBe(refreshUrl);
    expect(facts.tags.total).toBe(0);
  });

  it('never throws, whatever the bytes', async () => {
    const piece = fc.constantFrom(
      '<a href=',
      '<script>',
      '</script',
      '"',
      '>',
      '<!--',
      'x',
      '=',
      '&#',
      '<form ',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        async (html) => {
          const { anchors, objects, tags } = await read(html);
          for (const { total, foreign } of [anchors, objects, tags])
            expect(foreign).toBeLessThanOrEqual(total);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['unclosed tags', '<a>'.repeat(350_000)],
    ['closing tags of nothing', '<a>'.repeat(150_000) + '</b>'.repeat(150_000)],
    ['one tag of attributes', `<a ${'b=c '.repeat(250_000)}>`],
    ['links', '<a href=//x.y>'.repeat(70_000)],
    ['spaces in a script', `<script>${'window .'.repeat(5_000)}${' '.repeat(900_000)}</script>`],
    ['spaces after prompt', `<script>${' prompt'.repeat(70_000)}${' '.repeat(500_000)}</script>`],
    ['spaces in a style', `<iframe style="${'display '.repeat(60_000)}${' '.repeat(500_000)}">`],
    ['spaces in a refresh', `<meta http-equiv=refresh content="0${' '.repeat(1_000_000)}x">`],
    ['entities', '&amp;'.repeat(200_000)],
    ['comments', '<!--'.repeat(250_000)],
  ])('goes over a million characters of %s once', async (_name, html) => {
    expect((await read(html)).anchors.total).toBeLessThanOrEqual(2_000);
  });

  it('reads a page over many slices as it reads its parts, wherever a tag is cut', async () => {
    const part = '<a href="https://other.example/?a&amp;b"><img src=/i><script>window.status=1</script>';
    for (const shift of [0, 1, 7, 30, 31, 40, 55, 70]) {
      const facts = await read(`${'.'.repeat(16_384 - shift)}${part.repeat(400)}`);
      expect(facts.anchors).toEqual({ total: 400, foreign: 400 });
      expect(facts.objects).toEqual({ total: 400, foreign: 0 });
    }
  });

  it('lets others run in between', async () => {
    let turns = 0;
    const others = setInterval(() => turns++, 0);
    await read('<a href=//x.y>'.repeat(70_000));
    clearInterval(others);
    expect(turns).toBeGreaterThan(5);
  });
});
