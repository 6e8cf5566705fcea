// The gateway: requests, uploads, its hop to inference, its page. See bench/README.md.
import { measureModes } from '../measure/modes.mjs';
import { measureCsv } from './csv.mjs';
import { measureHop } from './hop.mjs';
import { measurePage } from './page.mjs';
import { measureRequests } from './requests.mjs';

const MEASURES = { requests: measureRequests, csv: measureCsv, hop: measureHop, page: measurePage };

export const MODES = Object.keys(MEASURES);

export const measure = (options, modes) => measureModes(MEASURES, options, modes);
