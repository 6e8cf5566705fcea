import { expect, it } from 'vitest';
import type { BatchInput } from '../input/batch-input.js';
import { resultOf } from './score-by-job.js';

const MODEL = { name: 'two', version: 3 };
const prediction = (probability: number) => ({ label: -1, verdict: 'malicious', probability }) as const;

it('gives each prediction to the row that was sent for it, past those that were not', () => {
  const input: BatchInput = {
    kind: 'features',
    name: 'file.csv',
    schema: { name: 'two', input: { kind: 'features' }, columns: [], label: { column: 'Result' } },
    rows: [
      ['1', '2'],
      ['x', '2'],
      ['3', '4'],
    ],
  };
  const answer = { predictions: [prediction(0.9), prediction(0.8)], model: MODEL };
  const { rows } = resultOf(input, [undefined, 'column a: "x" is not a number'], answer);
  expect(rows).toEqual([
    { row: 1, text: '1, 2', label: -1, verdict: 'malicious', probability: 0.9 },
    { row: 2, text: 'x, 2', error: 'column a: "x" is not a number' },
    { row: 3, text: '3, 4', label: -1, verdict: 'malicious', probability: 0.8 },
  ]);
});

it('says of a row that the answer lacks that it does', () => {
  const input: BatchInput = { kind: 'urls', name: 'a.txt', urls: ['http://a.example/', 'http://b.example/'] };
  const { rows } = resultOf(input, [], { predictions: [prediction(0.9)], model: MODEL });
  expect(rows).toEqual([
    { row: 1, text: 'http://a.example/', verdict: 'malicious', probability: 0.9 },
    { row: 2, text: 'http://b.example/', error: 'there is no prediction' },
  ]);
});
