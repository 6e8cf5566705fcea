/** Speaks for phishing, is suspicious, speaks against it. */
export type Ternary = -1 | 0 | 1;

export function phishingIf(condition: boolean): Ternary {
  return condition ? -1 : 1;
}

/** `legitimateBelow` and `phishingFrom` are shares, 0 to 1; a page without such links has none that lead elsewhere. */
export function byShare(
  { total, foreign }: { readonly total: number; readonly foreign: number },
  legitimateBelow: number,
  phishingFrom: number,
): Ternary {
  const share = total === 0 ? 0 : foreign / total;
  if (share < legitimateBelow) return 1;
  return share < phishingFrom ? 0 : -1;
}
