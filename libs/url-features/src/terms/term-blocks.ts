/** Names what this folder does to a URL. A model keeps it, and is refused where it was taught on other terms. */
export const TERM_HASHING = 'url-terms-1';

/** Blocks of terms, and the columns that a linear model makes of them: the host's, and those of all that follows it. */
export const TERM_BLOCKS = ['host_terms', 'path_terms'] as const;
export type TermBlock = (typeof TERM_BLOCKS)[number];

/** Terms of one block fall into this many places (feature hashing: Weinberger et al. 2009). */
export const TERM_BLOCK_SIZE = 65_536;

/** Shortest and longest run of characters that is a term. */
export interface RunLengths {
  readonly shortest: number;
  readonly longest: number;
}
export const RUN_LENGTHS: Readonly<Record<TermBlock, RunLengths>> = {
  host_terms: { shortest: 1, longest: 4 },
  path_terms: { shortest: 3, longest: 4 },
};
