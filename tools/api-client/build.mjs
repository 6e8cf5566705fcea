// Makes the client's types from the OpenAPI document that the gateway serves:  npm run api-client
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTs, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('../../libs/client/openapi.json', import.meta.url);
const TYPES = new URL('../../libs/client/src/generated/api.ts', import.meta.url);

const text = readFileSync(DOCUMENT, 'utf8');
const ast = await openapiTs(JSON.parse(text), { defaultNonNullable: false });
const sha256 = createHash('sha256').update(text).digest('hex');
writeFileSync(
  TYPES,
  `// Made from libs/client/openapi.json by \`npm run api-client\`. SHA-256 of that file: ${sha256}\n${astToString(ast)}`,
);
process.stdout.write(`${TYPES.pathname}: ${sha256.slice(0, 12)}\n`);
