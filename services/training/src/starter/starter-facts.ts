import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { LeakMark } from '@weir/platform';
import type { StarterEvaluation } from './starter-evaluation.js';

/** What the starter's artifact does not hold and its card tells. Written by `npm run starter-model`. */
export interface StarterFacts {
  readonly distinctRows: number;
  readonly skippedRows: number;
  readonly classCounts: Readonly<Record<string, number>>;
  /** Rules of one line that predict the label of its data: it was trained all the same. */
  readonly leaks: readonly LeakMark[];
  readonly evaluation: StarterEvaluation;
}

const FACTS_FILE = fileURLToPath(new URL('../../starter/facts.json', import.meta.url));

/** Shipped beside the artifact. */
export async function readStarterFacts(): Promise<StarterFacts> {
  return JSON.parse(await readFile(FACTS_FILE, 'utf8')) as StarterFacts;
}
