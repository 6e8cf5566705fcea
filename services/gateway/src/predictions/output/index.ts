import { csvOutput } from './csv-output.js';
import { htmlOutput } from './html-output.js';
import { jsonOutput } from './json-output.js';
import type { OutputType, OutputWriter } from './output.js';

export { OUTPUT_TYPES, type OutputType } from './output.js';

export const WRITERS: Readonly<Record<OutputType, OutputWriter>> = {
  'application/json': jsonOutput,
  'text/csv': csvOutput,
  'text/html': htmlOutput,
};
