import { expect, it } from 'vitest';
import { blocksOf } from './markdown-blocks.js';

it('reads what cards are written with', () => {
  const card = [
    '# Model card: `uci-30`',
    '',
    '|  |  |',
    '|---|---|',
    '| Algorithm | knn, k 11 |',
    '| Classes | a \\| b |',
    '',
    '## Limits',
    '- first',
    '- second',
    '',
    'In brackets the interval.',
    'It is wide.',
  ].join('\n');
  expect(blocksOf(card)).toEqual([
    { kind: 'heading', level: 1, text: 'Model card: `uci-30`' },
    {
      kind: 'table',
      header: ['', ''],
      rows: [
        ['Algorithm', 'knn, k 11'],
        ['Classes', 'a | b'],
      ],
    },
    { kind: 'heading', level: 2, text: 'Limits' },
    { kind: 'list', items: ['first', 'second'] },
    { kind: 'paragraph', text: 'In brackets the interval. It is wide.' },
  ]);
});

it('leaves HTML and links as the text they are', () => {
  expect(blocksOf('<img src=x onerror=alert(1)> [here](http://a.example/)')).toEqual([
    { kind: 'paragraph', text: '<img src=x onerror=alert(1)> [here](http://a.example/)' },
  ]);
});

it('reads nothing out of nothing', () => {
  expect(blocksOf('\n\n  \n')).toEqual([]);
});
