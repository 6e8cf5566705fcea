import { expect, it } from 'vitest';
import { readSchemas } from './run-service.js';

it('names the variable and the file when a schema file cannot be read', () => {
  expect(() => readSchemas(['/nowhere/mine.yaml'])).toThrow(
    expect.objectContaining({
      code: 'WEIR_SCHEMA_INVALID',
      message: expect.stringMatching(
        /^\/nowhere\/mine\.yaml, which WEIR_SCHEMAS names, cannot be read: ENOENT/,
      ),
    }),
  );
});
