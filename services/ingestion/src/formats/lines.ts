import { WeirError } from '@weir/platform';

/** Longest line, in UTF-16 code units: a URL of 1 MiB fits, a file without line ends does not fill the memory. */
export const MAX_LINE_UNITS = 4 * 1024 * 1024;

/** The text's lines without their ends: `\n`, `\r\n` or `\r`. Fails with `WEIR_DATA_MALFORMED` on a line without end. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let rest = '';
  let number = 1;
  for await (const chunk of text) {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) yield line;
    number += lines.length;
    if (rest.length > MAX_LINE_UNITS) {
      throw new WeirError(
        'WEIR_DATA_MALFORMED',
        `Line ${number} is longer than ${MAX_LINE_UNITS} characters`,
      );
    }
  }
  const last = rest.endsWith('\r') ? rest.slice(0, -1) : rest;
  if (last !== '') yield last;
}
