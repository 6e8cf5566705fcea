import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Characters that TR39 takes for ASCII letters and digits, as `characters` and their `skeletons` in turn, from
 * Unicode's confusables. Accented letters are left out: they are taken apart before the table is asked.
 */
export function asciiConfusables() {
  const table = require('unhomoglyph/data.json');
  const pairs = [];
  for (const [character, target] of Object.entries(table)) {
    const skeleton = target.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    const code = character.codePointAt(0);
    if (code < 0x80 || character.length !== String.fromCodePoint(code).length) continue;
    if (!/^[a-z0-9]{1,2}$/.test(skeleton)) continue;
    pairs.push([code, skeleton]);
  }
  pairs.sort((a, b) => a[0] - b[0]);
  return pairs.map(([code, skeleton]) => `${code.toString(36)} ${skeleton}`);
}
