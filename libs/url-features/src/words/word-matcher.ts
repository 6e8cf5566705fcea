/** Words this short stand in other words by chance (`visa` in `advisable`), so they count only on their own. */
const WHOLE_WORD_LENGTH = 4;
/** Matches kept of one text: enough for any real URL, and a bound for a hostile one. */
const MAX_MATCHES = 64;
/** Letters of either case, digits, and one for what stands between tokens. */
const SEPARATOR = 36;
const SYMBOL_OF = Uint8Array.from({ length: 128 }, (_, code) => symbolOf(String.fromCharCode(code)));
/** Edges of a node stand together, as many as a power of two. */
const EDGE_BITS = 6;
const EDGES = 1 << EDGE_BITS;
/** Set in an edge to a node where a word ends, so that other nodes need no second look. */
const ENDS_WORD = 0x8000;
const NODE = 0x7fff;

/**
 * Finds every word of a list in one pass over a text, whatever the list's length (Aho & Corasick, 1975).
 * Letters are matched without case; anything but a letter or digit ends a token.
 */
export class WordMatcher {
  /** Indices of the words found by the last `scan`, the first `count` of them valid. */
  readonly found = new Int32Array(MAX_MATCHES);
  private readonly next: Uint16Array;
  /** The word that ends at a node, or -1. */
  private readonly word: Int32Array;
  /** The nearest node on the failure chain where a word ends; 0 for none. */
  private readonly output: Int32Array;

  /** 1 for words that count only between separators. */
  private readonly whole: Uint8Array;
  private readonly lengths: Uint16Array;

  /**
   * `words` are lower-case letters and digits; `whole` marks those that count only on their own, as short ones always
   * do. Throws RangeError where they have 32,767 letters or more.
   */
  constructor(words: readonly string[], whole: readonly boolean[] = []) {
    this.lengths = Uint16Array.from(words, (word) => word.length);
    this.whole = Uint8Array.from(words, (word, index) =>
      whole[index] === true || word.length <= WHOLE_WORD_LENGTH ? 1 : 0,
    );
    const nodes = 1 + words.reduce((sum, each) => sum + each.length, 0);
    if (nodes > NODE) throw new RangeError(`the words have ${nodes - 1} letters, more than ${NODE - 1}`);
    this.next = new Uint16Array(nodes * EDGES);
    this.word = new Int32Array(nodes).fill(-1);
    this.output = new Int32Array(nodes);
    this.plant(words);
    this.link();
  }

  /** The number of matches in `text`; their word indices stand in `found` until the next call. */
  scan(text: string): number {
    const { next } = this;
    let node = 0;
    let count = 0;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      const symbol = code < 128 ? (SYMBOL_OF[code] as number) : SEPARATOR;
      const edge = next[(node << EDGE_BITS) | symbol] as number;
      node = edge & NODE;
      if (edge < ENDS_WORD) continue;
      count = this.report(node, text, index, count);
      if (count === MAX_MATCHES) return count;
    }
    return count;
  }

  /** Adds the words that end at `node`, the longest first, and gives the new count. */
  private report(node: number, text: string, index: number, before: number): number {
    let count = before;
    for (let end = node; end !== 0 && count < MAX_MATCHES; end = this.output[end] as number) {
      const word = this.word[end] as number;
      if (word !== -1 && this.counts(word, text, index)) this.found[count++] = word;
    }
    return count;
  }

  private counts(word: number, text: string, end: number): boolean {
    if (this.whole[word] === 0) return true;
    return endsToken(text, end - (this.lengths[word] as number)) && endsToken(text, end + 1);
  }

  /** One letter of all words after the other, so that the nodes most visited stand together. */
  private plant(words: readonly string[]): void {
    const reached = new Int32Array(words.length);
    let used = 1;
    const longest = this.lengths.reduce((most, length) => Math.max(most, length), 0);
    for (let at = 0; at < longest; at++) {
      for (const [index, word] of words.entries()) {
        if (at >= word.length) continue;
        const edge = (reached[index] as number) * EDGES + symbolOf(word.charAt(at));
        if (this.next[edge] === 0) this.next[edge] = used++;
        reached[index] = this.next[edge] as number;
      }
    }
    for (const [index, node] of reached.entries()) this.word[node] = index;
  }

  /** Breadth first, so that a node's failure link is finished before its children need it. */
  private link(): void {
    const failure = new Int32Array(this.word.length);
    const queue = [0];
    for (const node of queue) {
      for (let symbol = 0; symbol < SEPARATOR; symbol++) {
        const edge = node * EDGES + symbol;
        const child = this.next[edge] as number;
        const fallback =
          node === 0 ? 0 : (this.next[(failure[node] as number) * EDGES + symbol] as number) & NODE;
        if (child === 0) {
          this.next[edge] = this.edgeTo(fallback);
          continue;
        }
        failure[child] = fallback;
        this.output[child] = this.word[fallback] === -1 ? (this.output[fallback] as number) : fallback;
        this.next[edge] = this.edgeTo(child);
        queue.push(child);
      }
    }
  }

  private edgeTo(node: number): number {
    return this.word[node] === -1 && this.output[node] === 0 ? node : node | ENDS_WORD;
  }
}

/** Whether what stands at `at` is no part of a token; before and behind the text nothing is. */
function endsToken(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !(code < 128) || SYMBOL_OF[code] === SEPARATOR;
}

function symbolOf(character: string): number {
  if (character >= '0' && character <= '9') return Number(character) + 26;
  const lower = character.toLowerCase();
  return lower >= 'a' && lower <= 'z' ? lower.charCodeAt(0) - 0x61 : SEPARATOR;
}
