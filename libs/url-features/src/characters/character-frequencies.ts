/** How often each ASCII character stands in the text being read; all 0 between two texts. */
export const frequencies = new Uint32Array(128);

/** `count · log2(count)` of small counts: a logarithm a character would cost more than all the rest. */
const WEIGHTS = Float64Array.from({ length: 256 }, (_, count) => (count < 2 ? 0 : count * Math.log2(count)));

/** Shannon entropy in bits of `text`, which {@link frequencies} were counted of: log2(n) − Σ c·log2(c) / n. Forgets them. */
export function takeEntropy(text: string): number {
  if (text.length === 0) return 0;
  const weighted = text.length < frequencies.length ? weighText(text) : weighAlphabet();
  return Math.max(0, Math.log2(text.length) - weighted / text.length);
}

/** Σ c·log2(c), and the counts at zero again: over the text where it is shorter than the alphabet. */
function weighText(text: string): number {
  let weighted = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index) & 0x7f;
    weighted += WEIGHTS[frequencies[code] as number] as number;
    frequencies[code] = 0;
  }
  return weighted;
}

function weighAlphabet(): number {
  let weighted = 0;
  for (let code = 0; code < frequencies.length; code++) {
    const count = frequencies[code] as number;
    weighted += count < WEIGHTS.length ? (WEIGHTS[count] as number) : count * Math.log2(count);
    frequencies[code] = 0;
  }
  return weighted;
}
