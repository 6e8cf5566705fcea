import { domainToUnicode } from 'node:url';

/** Alphabets whose letters can be taken for Latin ones. Japanese mixes scripts by right, and is none of them. */
const LOOKALIKE_SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Georgian}/u,
];

/** Labels of an ASCII host that hold letters of more than one alphabet that can be mistaken for another (UTS 39, section 5). */
export function countMixedScripts(host: string): number {
  if (!host.includes('xn--')) return 0;
  let mixed = 0;
  for (const label of domainToUnicode(host).split('.')) {
    if (LOOKALIKE_SCRIPTS.filter((script) => script.test(label)).length > 1) mixed++;
  }
  return mixed;
}
