import type { Block } from './markdown-blocks.js';

/** A name for each block that is a table, by the heading above it: no two alike, so that screen readers tell them apart. */
export function tableLabels(blocks: readonly Block[]): string[] {
  const taken = new Map<string, number>();
  let heading = '';
  return blocks.map((block) => {
    if (block.kind === 'heading') heading = block.text.replaceAll('`', '');
    if (block.kind !== 'table') return '';
    const label = heading === '' ? 'Table' : `Table: ${heading}`;
    const place = (taken.get(label) ?? 0) + 1;
    taken.set(label, place);
    return place === 1 ? label : `${label}, ${place}`;
  });
}
