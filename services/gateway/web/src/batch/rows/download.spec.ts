import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import type { BatchResult } from './batch-row.js';
import { resultsCsv, resultsJson } from './download.js';

const RESULT: BatchResult = {
  kind: 'urls',
  model: { name: 'url', version: 3 },
  rows: [
    { row: 1, text: 'http://a.example/?q="1,2"', verdict: 'malicious', probability: 0.9 },
    { row: 2, text: 'x', error: 'no URL' },
  ],
};

it('writes CSV that is read back as it was', () => {
  expect(parse(resultsCsv(RESULT).join(''), { columns: true })).toEqual([
    {
      row: '1',
      url: 'http://a.example/?q="1,2"',
      prediction: '',
      verdict: 'malicious',
      probability: '0.9',
      error: '',
    },
    { row: '2', url: 'x', prediction: '', verdict: '', probability: '', error: 'no URL' },
  ]);
});

it('writes JSON with the model that judged', () => {
  expect(JSON.parse(resultsJson(RESULT).join(''))).toEqual({ model: RESULT.model, rows: RESULT.rows });
});
