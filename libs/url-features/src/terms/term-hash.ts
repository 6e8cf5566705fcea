import { TERM_BLOCK_SIZE } from './term-blocks.js';

/** FNV-1a, 32 bits (Fowler, Noll, Vo). */
export const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const BLOCK_MASK = TERM_BLOCK_SIZE - 1;

export function fnvStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, FNV_PRIME);
}

/** A hash's place in its block; spreads the upper bits over the lower ones, which FNV-1a mixes least. */
export function place(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) & BLOCK_MASK;
}

/** A text's place, as if it were a term: a small, lasting hash of it. */
export function placeOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index++) hash = fnvStep(hash, text.charCodeAt(index));
  return place(hash);
}

/** ASCII letters in lower case, and digits. */
export function isWordCharacter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}
