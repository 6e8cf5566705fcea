import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DRIFT_ERRORS, DriftError, type DriftErrorCode } from './errors.js';

it('documents every error in the README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').replaceAll(/ +/g, ' ');
  for (const [code, message] of Object.entries(DRIFT_ERRORS))
    expect(readme).toContain(`| \`${code}\` | ${message} |`);
});

it('says what is wrong and how to mend it', () => {
  const error = new DriftError('BAD_CLASS' satisfies DriftErrorCode, '7');
  expect(error).toMatchObject({ name: 'DriftError', code: 'BAD_CLASS' });
  expect(error.message).toBe(`${DRIFT_ERRORS.BAD_CLASS} (7)`);
});
