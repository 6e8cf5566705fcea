import { unwrapResponse } from '@weir/client';
import type { Invocation } from '../invocation.js';
import { FileSink } from '../output/file-sink.js';
import { versionOf } from './version-of.js';

export const FORMATS = ['safetensors', 'onnx', 'ml-random-forest'] as const;
const EXTENSIONS: Readonly<Record<string, string>> = { 'ml-random-forest': 'json' };

export interface Download {
  readonly name: string;
  readonly version: string;
  readonly format: string;
  readonly output?: string;
}

/** Writes a version's file as it comes; under its name only once it is whole. */
export async function download(invocation: Invocation, order: Download): Promise<void> {
  const { client, output, signal } = invocation;
  const { name, format } = order;
  const version = await versionOf(invocation, name, order.version);
  const query = new URLSearchParams({ format });
  const path = `/v1/models/${encodeURIComponent(name)}/${version}/download?${query}`;
  const response = await unwrapResponse(client.fetch(path, { signal }));
  if (order.output === '-') {
    for await (const chunk of response.body ?? []) await output.write(chunk as Uint8Array);
    return;
  }
  const file = order.output ?? `${name}-${version}.${EXTENSIONS[format] ?? format}`;
  const sink = new FileSink(file);
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += (chunk as Uint8Array).byteLength;
      await sink.write(chunk as Uint8Array);
    }
    await sink.finish();
  } catch (error) {
    await sink.drop();
    throw error;
  }
  if (output.json) await output.documents([{ name, version, format, file, bytes }]);
  else await output.lines([`${file}: ${bytes.toLocaleString('en-GB')} bytes`]);
}
