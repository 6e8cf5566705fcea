export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The delimiter that gives most of the names expected, or else most names; a comma where nothing tells. */
export function sniffDelimiter(head: string, expected: readonly string[]): string {
  const line = head.trimStart().split(/[\n\r]/, 1)[0] ?? '';
  const names = new Set(expected.map((each) => each.toLowerCase()));
  const scored = DELIMITERS.map((delimiter) => {
    const found = line.split(delimiter).map((each) => each.trim().replace(/^"|"$/g, '').toLowerCase());
    return { delimiter, known: found.filter((each) => names.has(each)).length, all: found.length };
  });
  scored.sort((left, right) => right.known - left.known || right.all - left.all);
  return scored[0]?.delimiter ?? ',';
}
