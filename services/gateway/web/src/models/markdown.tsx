import type { ReactElement } from 'react';
import { Sentence } from '../components/index.js';
import { type Block, blocksOf } from './markdown-blocks.js';
import { tableLabels } from './table-labels.js';

/** A card as text: no HTML of it is taken over, and nothing becomes a link. */
export function Markdown({ text }: { readonly text: string }): ReactElement {
  const blocks = blocksOf(text);
  const labels = tableLabels(blocks);
  return (
    <div className="stack markdown">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text's blocks never move
        <OneBlock key={index} block={block} label={labels[index] ?? ''} />
      ))}
    </div>
  );
}

function OneBlock({
  block,
  label,
}: {
  readonly block: Block;
  /** Of a table. */
  readonly label: string;
}): ReactElement {
  switch (block.kind) {
    case 'heading': {
      // The page and the panel have the two levels above.
      const Heading = block.level < 3 ? 'h3' : 'h4';
      return (
        <Heading>
          <Sentence text={block.text} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Sentence text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <Sentence text={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <TableBlock label={label} header={block.header} rows={block.rows} />;
  }
}

interface TableBlockProps extends Omit<Block & { kind: 'table' }, 'kind'> {
  readonly label: string;
}

function TableBlock({ label, header, rows }: TableBlockProps): ReactElement {
  const hasHeader = header.some((cell) => cell !== '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by the keyboard as well
    <section className="table-scroll" aria-label={label} tabIndex={0}>
      <table className="markdown-table">
        {hasHeader ? (
          <thead>
            <tr>
              {header.map((cell) => (
                <th key={cell} scope="col">
                  <Sentence text={cell} />
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join('|')}>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row's cells never move
                <td key={index}>
                  <Sentence text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
