import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fetchUciWebsites } from './uci-websites.js';
import { unzip, zipEntries } from './zip-archive.js';

const SHIPPED = new URL('../../../../datasets/uci-phishing-websites.csv.gz', import.meta.url);

let folder: string;
let target: string;
let server: Server;
let url: string;
let answer: Buffer;

/** A zip archive as the repository serves it: local headers, deflated bytes, a directory. */
function zip(files: readonly (readonly [name: string, text: string])[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const packed = deflateRawSync(text);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(text), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(Buffer.byteLength(text), 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, tail, Buffer.from(name)]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}

async function shippedCsv(): Promise<string> {
  return gunzipSync(await readFile(SHIPPED)).toString();
}

async function originalArff(): Promise<string> {
  const [header = '', ...rows] = (await shippedCsv()).trimEnd().split('\n');
  const attributes = header
    .split(',')
    .map((name) => `@attribute ${name === 'port_no' ? 'port' : name}  { -1,0,1 }`);
  return ['@relation phishing', '', ...attributes, '', '@data', ...rows, ''].join('\r\n');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weir-uci-'));
  server = createServer((_request, response) => response.end(answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/327.zip`;
});

beforeEach(async () => {
  target = join(folder, 'data.csv.gz');
  await writeFile(target, 'what was there');
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

it('makes the file that is shipped out of the original', async () => {
  answer = zip([
    ['.old.arff', 'not this one'],
    ['Phishing Websites Features.docx', 'nor this'],
    ['Training Dataset.arff', await originalArff()],
  ]);
  await fetchUciWebsites({ target, url });
  expect(gunzipSync(await readFile(target)).toString()).toBe(await shippedCsv());
});

it('ships the data set whole: 11,055 rows, 4,898 of them phishing', async () => {
  const rows = (await shippedCsv()).trimEnd().split('\n').slice(1);
  expect(rows).toHaveLength(11_055);
  expect(rows.filter((row) => row.endsWith(',-1'))).toHaveLength(4_898);
});

it.each([
  [
    'rows are missing',
    (arff: string) => arff.slice(0, arff.lastIndexOf('\r\n', arff.length - 10)),
    'WEIR_DATA_MALFORMED',
  ],
  ['a column has another name', (arff: string) => arff.replace('SFH', 'XYZ'), 'WEIR_DATA_COLUMNS'],
  ['a value is another', (arff: string) => arff.replace('@data\r\n-1', '@data\r\n7'), 'WEIR_DATA_VALUE'],
])('leaves the file as it was where %s', async (_what, change, code) => {
  answer = zip([['Training Dataset.arff', change(await originalArff())]]);
  await expect(fetchUciWebsites({ target, url })).rejects.toMatchObject({ code });
  expect(await readFile(target, 'utf8')).toBe('what was there');
});

it('says what is wrong with an archive that is none, damaged, or without the data', async () => {
  for (const bytes of [Buffer.from('<html>moved</html>'), zip([['readme.txt', 'hello']])]) {
    answer = bytes;
    await expect(fetchUciWebsites({ target, url })).rejects.toMatchObject({ code: 'WEIR_DATA_MALFORMED' });
  }
  const archive = zip([['a.arff', 'x'.repeat(100)]]);
  archive[40]! ^= 0xff;
  const [entry] = zipEntries(archive);
  expect(() => unzip(archive, entry!)).toThrow(/damaged/);
});

it('says offline that Weir ships a copy', async () => {
  const away = createServer();
  await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve));
  const { port } = away.address() as AddressInfo;
  await new Promise((resolve) => away.close(resolve));
  await expect(fetchUciWebsites({ target, url: `http://127.0.0.1:${port}/327.zip` })).rejects.toMatchObject({
    code: 'WEIR_SOURCE_UNAVAILABLE',
    message: expect.stringMatching(/ECONNREFUSED.*ships a copy/),
  });
});
