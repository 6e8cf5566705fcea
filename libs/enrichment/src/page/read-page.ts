import { isHiddenFrame } from './hidden-frame.js';
import { refreshTarget } from './meta-refresh.js';
import type { LinkCount, PageFacts } from './page-facts.js';
import { PageLinks } from './page-links.js';
import {
  asksByPrompt,
  attributeWritesStatusBar,
  prevents,
  stopsRightClick,
  writesStatusBar,
} from './script-signs.js';
import { readTags, type Tag, type TagListener } from './tag-reader.js';

/** Links judged of each sort; a page may hold a hundred thousand. */
const MOST_LINKS = 2_000;
const EVENT_ATTRIBUTES = /^on[a-z]+$/;

/**
 * The facts of a page that was had from `pageUrl`. Scripts are read, never run: what they write into the page is not
 * seen. What stands in `<noscript>` and `<template>` a browser does not show, and does not count.
 */
export async function readPage(html: string, pageUrl: string): Promise<PageFacts> {
  const reader = new PageReader(pageUrl);
  await readTags(html, reader);
  return reader.facts;
}

class PageReader implements TagListener {
  readonly facts: { -readonly [Fact in keyof PageFacts]: PageFacts[Fact] } = {
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
  readonly #links: PageLinks;
  #inert = '';
  #script: string[] | undefined;

  constructor(pageUrl: string) {
    this.#links = new PageLinks(pageUrl);
  }

  onOpen(tag: Tag): void {
    if (this.#inert !== '') return;
    if (tag.name === 'noscript' || tag.name === 'template') this.#inert = tag.name;
    else {
      if (Object.hasOwn(this.#readers, tag.name)) this.#readers[tag.name]?.(tag);
      this.#readHandlers(tag);
    }
  }

  onClose(name: string): void {
    if (name === this.#inert) this.#inert = '';
    if (name !== 'script' || this.#script === undefined) return;
    this.#readScript(this.#script.join(''));
    this.#script = undefined;
  }

  onText(text: string): void {
    this.#script?.push(text);
  }

  readonly #readers: Readonly<Record<string, (tag: Tag) => void>> = {
    base: ({ attributes }) => this.#links.setBase(attributes.get('href') ?? ''),
    a: (tag) => this.#readAnchor(tag),
    area: (tag) => this.#readAnchor(tag),
    img: (tag) => this.#count('objects', tag.attributes.get('src')),
    audio: (tag) => this.#count('objects', tag.attributes.get('src')),
    video: (tag) => this.#count('objects', tag.attributes.get('src')),
    source: (tag) => this.#count('objects', tag.attributes.get('src')),
    embed: (tag) => this.#count('objects', tag.attributes.get('src')),
    object: (tag) => this.#count('objects', tag.attributes.get('data')),
    script: (tag) => this.#openScript(tag),
    link: (tag) => this.#readLink(tag),
    meta: (tag) => this.#readMeta(tag),
    form: (tag) => this.#readForm(tag),
    iframe: (tag) => this.#readFrame(tag),
    frame: (tag) => this.#readFrame(tag),
  };

  /** An anchor without `href` is no link. */
  #readAnchor({ attributes }: Tag): void {
    const href = attributes.get('href');
    if (href === undefined) return;
    this.facts.anchors = plus(this.facts.anchors, () => this.#links.kindOf(href) !== 'own');
  }

  /** Inline data and what leads nowhere comes with the page. */
  #count(sort: 'objects' | 'tags', reference: string | undefined): void {
    if (reference === undefined || reference.trim() === '') return;
    this.facts[sort] = plus(this.facts[sort], () => this.#links.kindOf(reference) === 'foreign');
  }

  #readLink({ attributes }: Tag): void {
    const href = attributes.get('href') ?? '';
    this.#count('tags', href);
    const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
    if (relations.includes('icon')) this.facts.hasForeignFavicon ||= this.#links.kindOf(href) === 'foreign';
  }

  #readMeta({ attributes }: Tag): void {
    const content = attributes.get('content') ?? '';
    if (attributes.get('http-equiv')?.trim().toLowerCase() === 'refresh') {
      const target = refreshTarget(content);
      const url = target === undefined ? undefined : this.#links.resolve(target);
      if (url !== undefined) this.facts.refreshUrl ??= url;
    } else if (/^https?:\/\//i.test(content)) this.#count('tags', content);
  }

  #openScript({ attributes }: Tag): void {
    this.#script = [];
    this.#count('tags', attributes.get('src'));
  }

  #readFrame(tag: Tag): void {
    this.facts.hasHiddenFrame ||= isHiddenFrame(tag);
  }

  #readForm({ attributes }: Tag): void {
    const action = attributes.get('action');
    const target = action?.trim().toLowerCase() ?? '';
    const isNowhere = target === '' || target === '#' || target.startsWith('javascript:');
    this.facts.hasEmptyForm ||= isNowhere || target === 'about:blank';
    this.facts.hasMailForm ||= target.startsWith('mailto:');
    this.facts.hasForeignForm ||= !isNowhere && this.#links.kindOf(action ?? '') === 'foreign';
  }

  #readHandlers({ attributes }: Tag): void {
    for (const [name, handler] of attributes) {
      if (!EVENT_ATTRIBUTES.test(name)) continue;
      this.facts.changesStatusBar ||= name === 'onmouseover' && attributeWritesStatusBar(handler);
      this.facts.blocksRightClick ||= name === 'oncontextmenu' ? prevents(handler) : stopsRightClick(handler);
      this.facts.opensPrompt ||= asksByPrompt(handler);
    }
  }

  #readScript(script: string): void {
    this.facts.changesStatusBar ||= /mouseover/i.test(script) && writesStatusBar(script);
    this.facts.blocksRightClick ||= stopsRightClick(script);
    this.facts.opensPrompt ||= asksByPrompt(script);
  }
}

function plus(count: LinkCount, isForeign: () => boolean): LinkCount {
  if (count.total >= MOST_LINKS) return count;
  return { total: count.total + 1, foreign: count.foreign + (isForeign() ? 1 : 0) };
}
