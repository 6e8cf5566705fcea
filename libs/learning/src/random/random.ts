/** Uniform numbers from a seed: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A 32-bit unsigned integer. */
  next(): number;
  /** A number in [0, 1). */
  uniform(): number;
  /** An integer in [0, bound). */
  below(bound: number): number;
}

/** Mixes integers to one 32-bit seed (MurmurHash3's finaliser), so that neighbours give unrelated streams. */
export function mixSeed(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** sfc32, Chris Doty-Humphrey's small fast counting generator (PractRand), seeded through {@link mixSeed}. */
export function createRandom(...seed: readonly number[]): Random {
  // Typed, because closed-over numbers above 31 bits would each be a new object on the heap.
  const state = Int32Array.of(mixSeed(...seed, 1), mixSeed(...seed, 2), mixSeed(...seed, 3), 1);
  const next = (): number => {
    const a = state[0]!;
    const b = state[1]!;
    const c = state[2]!;
    const counter = state[3]!;
    const sum = (a + b + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    state[3] = counter + 1;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return {
    next,
    uniform: () => next() / 4294967296,
    below: (bound) => Math.floor((next() / 4294967296) * bound),
  };
}

/** Shuffles in place (Fisher–Yates). */
export function shuffle(values: Int32Array, random: Random): Int32Array {
  for (let last = values.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const kept = values[last]!;
    values[last] = values[other]!;
    values[other] = kept;
  }
  return values;
}
