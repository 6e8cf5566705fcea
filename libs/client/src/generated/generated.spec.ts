import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('is made from the document as it stands; `npm run api-client` makes it anew', () => {
  const document = readFileSync(new URL('../../openapi.json', import.meta.url));
  const types = readFileSync(new URL('./api.ts', import.meta.url), 'utf8');
  const sha256 = createHash('sha256').update(document).digest('hex');
  expect(types.split('\n')[0]).toContain(sha256);
});
