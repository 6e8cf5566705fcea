// Raw URLs: how fast they are read and judged. See bench/README.md.
import { measureModes } from '../measure/modes.mjs';
import { measureExtraction } from './extraction.mjs';
import { measurePipeline } from './pipeline.mjs';
import { measureRest } from './rest.mjs';
import { measureVerdicts } from './verdicts.mjs';

const MEASURES = {
  extraction: measureExtraction,
  verdicts: measureVerdicts,
  rest: measureRest,
  pipeline: measurePipeline,
};

export const MODES = Object.keys(MEASURES);

export const measure = (options, modes) => measureModes(MEASURES, options, modes);
