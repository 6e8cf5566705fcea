import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { PAGE_PATHS } from './page-paths.js';

const folder = vi.hoisted(() => ({ path: '' }));
vi.mock('./web-folder.js', async (original) => {
  const real = await original<typeof import('./web-folder.js')>();
  folder.path = mkdtempSync(join(tmpdir(), 'weir-page-'));
  return { ...real, BUILT_FOLDER: folder.path };
});

const SCRIPT = `export const words = [${"'weir', ".repeat(500)}];\n`;
const INDEX = '<!doctype html><title>Weir</title>';
let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway();
  await mkdir(join(folder.path, 'assets'));
  await writeFile(join(folder.path, 'index.html'), INDEX);
  await writeFile(join(folder.path, 'assets', 'index-abcd1234.js'), SCRIPT);
  await writeFile(join(folder.path, 'assets', 'plain.js'), SCRIPT);
});
afterAll(async () => {
  await gateway.close();
  rmSync(folder.path, { recursive: true, force: true });
});

interface Raw {
  readonly encoding: string | undefined;
  readonly bytes: Buffer;
}

/** Not decoded, as `fetch` would. */
function raw(path: string, acceptEncoding: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    get(`${gateway.url}${path}`, { headers: { 'accept-encoding': acceptEncoding } }, async (response) => {
      const bytes = Buffer.concat(await response.toArray());
      resolve({ encoding: response.headers['content-encoding'], bytes });
    }).on('error', reject);
  });
}

describe('the page', () => {
  it.each([...PAGE_PATHS])('stands at /%s', async (path) => {
    const { status, text, headers } = await gateway.call('GET', `/${path.replace('*', 'url/3')}`);
    expect([status, text]).toEqual([200, INDEX]);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('allows no inline script or style, no markup made of text, and no other site', async () => {
    const { headers } = await gateway.call('GET', '/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
  });

  it('is told what to do where it was not built', async () => {
    const index = join(folder.path, 'index.html');
    rmSync(index);
    const { status, json } = await gateway.call('GET', '/');
    expect([status, json.code]).toEqual([503, 'WEIR_PAGE_MISSING']);
    expect(json.detail).toContain('npm run build');
    writeFileSync(index, INDEX);
    expect((await gateway.call('GET', '/')).status).toBe(200);
  });

  it('leaves unknown paths to be not found', async () => {
    expect((await gateway.call('GET', '/nowhere')).status).toBe(404);
  });
});

describe('the files of the page', () => {
  it('are kept for ever under a hashed name, and asked for again under any other', async () => {
    const hashed = await gateway.call('GET', '/assets/index-abcd1234.js');
    expect(hashed.text).toBe(SCRIPT);
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const plain = await gateway.call('GET', '/assets/theme.js');
    expect(plain.headers.get('cache-control')).toBe('no-cache');
    expect(plain.headers.get('content-type')).toContain('text/javascript');
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
  ] as const)('are sent to %s as %s', async (accepted, encoding, decode) => {
    const answer = await raw('/assets/index-abcd1234.js', accepted);
    expect(answer.encoding).toBe(encoding);
    expect(decode(answer.bytes).toString()).toBe(SCRIPT);
    expect((await raw('/assets/index-abcd1234.js', accepted)).bytes).toEqual(answer.bytes);
  });

  it.each([
    'plain.js',
    'index.html',
    '..%2findex.html',
    'index-abcd1235.js',
    '..%2f..%2fpackage-abcd1234.js',
  ])('do not include %s', async (name) => {
    expect((await gateway.call('GET', `/assets/${name}`)).status).toBe(404);
  });
});
