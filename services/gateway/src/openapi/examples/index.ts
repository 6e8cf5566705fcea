import { ACCESS_EXAMPLES } from './access-examples.js';
import type { Examples } from './examples.js';
import { MODEL_EXAMPLES } from './model-examples.js';
import { RUN_EXAMPLES } from './run-examples.js';
import { VERDICT_EXAMPLES } from './verdict-examples.js';

/** An answer of each class that a route answers with. */
export const ANSWER_EXAMPLES: Examples = {
  ...VERDICT_EXAMPLES,
  ...RUN_EXAMPLES,
  ...MODEL_EXAMPLES,
  ...ACCESS_EXAMPLES,
};
