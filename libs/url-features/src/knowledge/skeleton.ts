import { domainToUnicode } from 'node:url';
import { CONFUSABLES } from './generated/confusables.js';

const skeletons = new Map(
  CONFUSABLES.split('\n').map((line) => {
    const [code, letters] = line.split(' ') as [string, string];
    return [Number.parseInt(code, 36), letters] as const;
  }),
);

/** What digits and letters are taken for at a glance; `i` and `l` are one, since `1` is read as either. */
const GLANCE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '2': 'z',
};
const GLANCE_CODES = Uint8Array.from({ length: 128 }, (_, code) =>
  (GLANCE[String.fromCharCode(code)] ?? String.fromCharCode(code)).charCodeAt(0),
);

/** A host with every letter that looks like an ASCII one replaced by it (Unicode TR39; accents dropped). */
export function asciiForm(host: string): string {
  if (!host.includes('xn--')) return host;
  let ascii = '';
  for (const character of domainToUnicode(host).normalize('NFKD')) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) ascii += character;
    else if (!isCombining(code)) ascii += skeletons.get(code) ?? '\u00b7';
  }
  return ascii;
}

function isCombining(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x1dc0 && code <= 0x1dff)
  );
}

/** `text` as a glance reads it: `paypa1` and `paypal` come to the same, and so do `rn` and `m`, `vv` and `w`, `cl` and `d`. */
export function glance(text: string): string {
  let read = '';
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const next = text.charCodeAt(index + 1);
    const pair = pairRead(code, next);
    if (pair !== '') {
      read += pair;
      index++;
    } else read += code < 128 ? String.fromCharCode(GLANCE_CODES[code] as number) : text[index];
  }
  return read;
}

function pairRead(code: number, next: number): string {
  if (code === 0x72 && next === 0x6e) return 'm';
  if (code === 0x76 && next === 0x76) return 'w';
  if (code === 0x63 && next === 0x6c) return 'd';
  return '';
}
