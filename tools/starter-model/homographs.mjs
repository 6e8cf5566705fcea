import { domainToASCII } from 'node:url';
import { extractUrlFeatures, isUrlProblem, parseUrl, urlFeatureNames } from '@weir/url-features';
import { BRANDS } from '../../libs/url-features/dist/knowledge/generated/brands.js';

const CONFUSABLE = urlFeatureNames.indexOf('brand_confusable');
/** Cyrillic and Greek letters that look like Latin ones (Unicode TR39). */
const LOOKALIKES = { a: 'а', c: 'с', e: 'е', i: 'і', o: 'ο', p: 'р', x: 'х', y: 'у' };
const SHORTEST_NAME = 5;
const MOST = 150;

/**
 * Names of brands with one letter of another alphabet, made up: such names are all phishing and too few among the
 * labelled URLs to be learned.
 */
export function homographs() {
  const names = BRANDS.split('\n')
    .map((line) => line.slice(0, line.indexOf('|')).split(' ')[0].replace(/^[=~]/, ''))
    .filter((name) => name.length >= SHORTEST_NAME && /^[a-z]+$/.test(name));
  const hosts = names.flatMap((name, index) => {
    const letters = [...name].flatMap((letter, at) => (LOOKALIKES[letter] ? [at] : []));
    const at = letters[index % Math.max(1, letters.length)];
    if (at === undefined) return [];
    return [domainToASCII(`${name.slice(0, at)}${LOOKALIKES[name[at]]}${name.slice(at + 1)}.com`)];
  });
  return hosts
    .filter(isConfusable)
    .slice(0, MOST)
    .map((host) => ({ url: `https://${host}/`, label: 'phishing', source: 'homograph', date: '' }));
}

function isConfusable(host) {
  const parsed = parseUrl(host);
  if (isUrlProblem(parsed)) return false;
  const row = new Float32Array(urlFeatureNames.length);
  extractUrlFeatures(parsed, row);
  return row[CONFUSABLE] > 0;
}
