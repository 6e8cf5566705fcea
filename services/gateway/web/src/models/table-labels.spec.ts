import { expect, it } from 'vitest';
import { blocksOf } from './markdown-blocks.js';
import { tableLabels } from './table-labels.js';

it('names tables by the heading above them, no two alike', () => {
  const table = '| a | b |\n|---|---|\n| 1 | 2 |';
  const labels = tableLabels(
    blocksOf([table, '## `url` figures', table, 'Text.', table, '## Data', table].join('\n\n')),
  );
  expect(labels.filter((label) => label !== '')).toEqual([
    'Table',
    'Table: url figures',
    'Table: url figures, 2',
    'Table: Data',
  ]);
});
