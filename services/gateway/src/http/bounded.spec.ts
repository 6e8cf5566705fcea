import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { boundedUpload } from './bounded.js';

async function read(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

it.each([undefined, new PassThrough()])('hands an upload on, whatever stands behind', async (last) => {
  const bytes = new PassThrough();
  const upload = boundedUpload(bytes, 3, last);
  bytes.end('abc');
  expect(await read(upload)).toBe('abc');
});

it.each([undefined, new PassThrough()])('refuses one byte too many', async (last) => {
  const bytes = new PassThrough();
  const upload = boundedUpload(bytes, 3, last);
  bytes.end('abcd');
  await expect(read(upload)).rejects.toMatchObject({ code: 'WEIR_REQUEST_TOO_LARGE' });
});

// Regression: a form without its closing boundary ended the gateway's process, since nobody listened to the stream yet.
it.each([undefined, new PassThrough()])('fails for a reader that comes after the failure', async (last) => {
  const bytes = new PassThrough();
  const upload = boundedUpload(bytes, 3, last);
  bytes.destroy(new Error('Unexpected end of multipart data'));
  await nextTurn();
  await nextTurn();
  await expect(read(upload)).rejects.toMatchObject({ code: 'WEIR_REQUEST_INVALID' });
});
