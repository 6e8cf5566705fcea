import { fileURLToPath } from 'node:url';
import { endOnFailure } from '@weir/platform';
import { fetchUciWebsites, UCI_WEBSITES_URL } from './uci-websites.js';

/** `npm run dataset:uci [-- <url>]`: fetches the data set anew into `datasets/`. */
const target = fileURLToPath(new URL('../../../../datasets/uci-phishing-websites.csv.gz', import.meta.url));

await endOnFailure(async () => {
  await fetchUciWebsites({ target, url: process.argv[2] ?? UCI_WEBSITES_URL });
  process.stdout.write(`${target} is written\n`);
});
