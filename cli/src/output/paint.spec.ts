import { describe, expect, it } from 'vitest';
import { painter, verdictWord } from './paint.js';

const coloured = '\u001b[31mmalicious\u001b[39m';
const word = (refused: boolean, environment: NodeJS.ProcessEnv, isTerminal: boolean) =>
  verdictWord(painter({ refused, environment, isTerminal }), 'malicious');

describe('painter', () => {
  it.each<[string, boolean, NodeJS.ProcessEnv, boolean, string]>([
    ['colours on a terminal', false, {}, true, coloured],
    ['not where it is piped on', false, {}, false, 'malicious'],
    ['not with --no-color', true, { FORCE_COLOR: '1' }, true, 'malicious'],
    ['not with NO_COLOR', false, { NO_COLOR: '1' }, true, 'malicious'],
    ['with an empty NO_COLOR, which asks for nothing', false, { NO_COLOR: '' }, true, coloured],
    ['in a pipe with FORCE_COLOR', false, { FORCE_COLOR: '1' }, false, coloured],
    ['not with FORCE_COLOR=0', false, { FORCE_COLOR: '0' }, true, 'malicious'],
    ['not on a dumb terminal', false, { TERM: 'dumb' }, true, 'malicious'],
  ])('%s', (_, refused, environment, isTerminal, expected) => {
    expect(word(refused, environment, isTerminal)).toBe(expected);
  });
});
