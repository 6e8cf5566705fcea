/** What model cards are written with; nothing of it becomes a link or HTML. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** The blocks of a card's Markdown, in their order. */
export function blocksOf(markdown: string): Block[] {
  return markdown
    .split(/\n\s*\n/)
    .map((each) => each.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .flatMap(blocksOfLines);
}

function blocksOfLines(lines: readonly string[]): Block[] {
  const [first = '', ...rest] = lines;
  const heading = /^(#{1,6}) (.*)$/.exec(first);
  if (heading !== null) {
    const [, marks = '', text = ''] = heading;
    const block: Block = { kind: 'heading', level: marks.length, text: text.trim() };
    return rest.length === 0 ? [block] : [block, ...blocksOfLines(rest)];
  }
  if (lines.every((line) => line.startsWith('|'))) return [tableOf(lines)];
  if (lines.every((line) => /^[-*] /.test(line)))
    return [{ kind: 'list', items: lines.map((line) => line.slice(2)) }];
  return [{ kind: 'paragraph', text: lines.join(' ') }];
}

function tableOf(lines: readonly string[]): Block {
  const [header = [], ...rows] = lines.filter((line) => !/^\|[\s:|-]*-[\s:|-]*\|$/.test(line)).map(cellsOf);
  return { kind: 'table', header, rows };
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}
