import { REPLAY_OF } from '@weir/platform';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../testing/records.js';
import { firstPositionOf } from './replay-header.js';

const positionWith = (headers: Record<string, string>) =>
  firstPositionOf(recordOf({ value: 'a.example', offset: 7n, headers }));

describe('firstPositionOf', () => {
  it('is where a record lies, and where its first lay if it is a replay', () => {
    expect(positionWith({})).toBe('urls.submitted-3-7');
    expect(positionWith({ [REPLAY_OF]: 'urls.submitted-11-9007199254740993' })).toBe(
      'urls.submitted-11-9007199254740993',
    );
  });

  it.each([
    '',
    'urls.submitted',
    'urls.submitted-3',
    'urls submitted-3-7',
    'urls.submitted-3--7',
    '\n-1-1',
    'x'.repeat(300),
  ])('makes no id of %j', (text) => {
    expect(positionWith({ [REPLAY_OF]: text })).toBe('urls.submitted-3-7');
  });
});
