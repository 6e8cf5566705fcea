import { setImmediate } from 'node:timers/promises';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

export interface Tag {
  /** In lower case. */
  readonly name: string;
  /** By lower-case name; the first of a name counts, as in browsers. */
  readonly attributes: ReadonlyMap<string, string>;
}

export interface TagListener {
  onOpen(tag: Tag): void;
  onClose(name: string): void;
  onText(text: string): void;
}

/** Characters read without letting anything else run: a few milliseconds for the worst page. */
const SLICE = 16_384;

/**
 * Goes over HTML tag by tag, without building a tree: a parser's stack of open elements is searched at every closing
 * tag, and a page of a hundred thousand unclosed tags would hold the process for seconds. Time is linear, and others
 * have their turn in between.
 */
export async function readTags(html: string, listener: TagListener): Promise<void> {
  const tokenizer = new Tokenizer({ decodeEntities: true }, new TagCollector(html, listener));
  for (let start = 0; start < html.length; start += SLICE) {
    if (start > 0) await setImmediate();
    tokenizer.write(html.slice(start, start + SLICE));
  }
  tokenizer.end();
}

/** More than any element has; what follows is passed over. */
const MOST_ATTRIBUTES = 100;

/** Places are counted from the beginning of the page, over all slices. */
class TagCollector implements TokenizerCallbacks {
  #name = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value: string[] = [];

  constructor(
    private readonly html: string,
    private readonly listener: TagListener,
  ) {}

  onopentagname(start: number, end: number): void {
    this.#name = this.html.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.html.slice(start, end).toLowerCase();
    this.#value = [];
  }

  onattribdata(start: number, end: number): void {
    this.#value.push(this.html.slice(start, end));
  }

  onattribentity(codepoint: number): void {
    this.#value.push(String.fromCodePoint(codepoint));
  }

  onattribend(): void {
    if (this.#attributes.has(this.#attribute) || this.#attributes.size >= MOST_ATTRIBUTES) return;
    this.#attributes.set(this.#attribute, this.#value.join(''));
  }

  onopentagend(): void {
    this.listener.onOpen({ name: this.#name, attributes: this.#attributes });
  }

  /** HTML knows no self-closing tags: `<a/>` opens. */
  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    this.listener.onClose(this.html.slice(start, end).toLowerCase());
  }

  ontext(start: number, end: number): void {
    this.listener.onText(this.html.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.listener.onText(String.fromCodePoint(codepoint));
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
