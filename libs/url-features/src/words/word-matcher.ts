/** Words this short stand in other words by chance (`visa` in `advisable`), so they count only on their own. */
const WHOLE_WORD_LENGTH = 4;
/** Matches kept of one text: enough for any real URL, and a bound for a hostile one. */
const MAX_MATCHES = 64;
const SYMBOLS = 36;

/**
 * Finds every word of a list in one pass over a text, whatever the list's length (Aho & Corasick, 1975).
 * Letters are matched without case; anything but a letter or digit ends a token.
 */
export class WordMatcher {
  /** Indices of the words found by the last `scan`, the first `count` of them valid. */
  readonly found = new Int32Array(MAX_MATCHES);
  private readonly next: Int32Array;
  /** The word that ends at a node, or -1. */
  private readonly word: Int32Array;
  /** The nearest node on the failure chain where a word ends; 0 for none. */
  private readonly output: Int32Array;

  /** 1 for words that count only between separators. */
  private readonly whole: Uint8Array;
  private readonly lengths: Uint8Array;

  /** `words` are lower-case letters and digits; `whole` marks those that count only on their own, as short ones always do. */
  constructor(words: readonly string[], whole: readonly boolean[] = []) {
    this.lengths = Uint8Array.from(words, (word) => word.length);
    this.whole = Uint8Array.from(words, (word, index) =>
      whole[index] === true || word.length <= WHOLE_WORD_LENGTH ? 1 : 0,
    );
    const nodes = 1 + words.reduce((sum, each) => sum + each.length, 0);
    this.next = new Int32Array(nodes * SYMBOLS).fill(-1);
    this.word = new Int32Array(nodes).fill(-1);
    this.output = new Int32Array(nodes);
    this.plant(words);
    this.link();
  }

  /** The number of matches in `text`; their word indices stand in `found` until the next call. */
  scan(text: string): number {
    let node = 0;
    let tokenStart = 0;
    let count = 0;
    for (let index = 0; index < text.length; index++) {
      const symbol = symbolOf(text.charCodeAt(index));
      if (symbol < 0) {
        node = 0;
        tokenStart = index + 1;
        continue;
      }
      node = this.next[node * SYMBOLS + symbol] as number;
      let end = this.word[node] === -1 ? (this.output[node] as number) : node;
      for (; end !== 0; end = this.output[end] as number) {
        const word = this.word[end] as number;
        if (!this.counts(word, text, tokenStart, index)) continue;
        this.found[count++] = word;
        if (count === MAX_MATCHES) return count;
      }
    }
    return count;
  }

  private counts(word: number, text: string, tokenStart: number, end: number): boolean {
    if (this.whole[word] === 0) return true;
    const length = this.lengths[word] as number;
    if (end - length + 1 !== tokenStart) return false;
    return end + 1 === text.length || symbolOf(text.charCodeAt(end + 1)) < 0;
  }

  private plant(words: readonly string[]): void {
    let used = 1;
    for (const [index, word] of words.entries()) {
      let node = 0;
      for (let at = 0; at < word.length; at++) {
        const edge = node * SYMBOLS + symbolOf(word.charCodeAt(at));
        if (this.next[edge] === -1) this.next[edge] = used++;
        node = this.next[edge] as number;
      }
      this.word[node] = index;
    }
  }

  /** Breadth first, so that a node's failure link is finished before its children need it. */
  private link(): void {
    const failure = new Int32Array(this.word.length);
    const queue = [0];
    for (const node of queue) {
      for (let symbol = 0; symbol < SYMBOLS; symbol++) {
        const edge = node * SYMBOLS + symbol;
        const child = this.next[edge] as number;
        const fallback = node === 0 ? 0 : (this.next[(failure[node] as number) * SYMBOLS + symbol] as number);
        if (child === -1) {
          this.next[edge] = fallback;
          continue;
        }
        failure[child] = fallback;
        this.output[child] = this.word[fallback] === -1 ? (this.output[fallback] as number) : fallback;
        queue.push(child);
      }
    }
  }
}

function symbolOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x61 : -1;
}
