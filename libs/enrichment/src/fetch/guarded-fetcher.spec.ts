import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueCertificate } from '../testing/certificate-maker.js';
import { type LocalServer, serveLocally, serveRaw } from '../testing/local-server.js';
import { PUBLIC_ADDRESS, TestNetwork } from '../testing/test-network.js';
import { type FetchRequest, GuardedFetcher } from './guarded-fetcher.js';

const LIMIT = 64 * 1024;
const NAME = 'site.example';
const URL_OF_SITE = `http://${NAME}/`;

let network: TestNetwork;
let server: LocalServer;
let asked: IncomingMessage[];
/** What the hostile server does with a path. */
let pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void>;

const listener: RequestListener = (request, response) => {
  asked.push(request);
  response.on('error', () => undefined);
  const page = pages[request.url ?? ''];
  if (page === undefined) response.writeHead(404).end();
  else page(request, response);
};

beforeEach(async () => {
  asked = [];
  pages = {};
  network = new TestNetwork().name(NAME, [PUBLIC_ADDRESS]);
  server = await serveLocally(listener);
  network.host(PUBLIC_ADDRESS, 80, server.port);
});
afterEach(() => server.close());

function get(url = URL_OF_SITE, options: Partial<FetchRequest> = {}) {
  return new GuardedFetcher(network).fetch(url, {
    accept: 'text/html',
    maxBytes: LIMIT,
    maxRedirects: 3,
    signal: AbortSignal.timeout(20_000),
    ...options,
  });
}

const redirect =
  (location: string, status = 302) =>
  (_request: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, { location }).end('moved');

describe('GuardedFetcher', () => {
  it('gives the answer, and asks without cookies, credentials or a way back', async () => {
    pages['/'] = (_request, response) =>
      void response
        .writeHead(200, { 'content-type': 'Text/HTML; charset="ISO-8859-1"', 'set-cookie': 'id=1' })
        .end('<p>hello');
    expect(await get()).toEqual({
      finalUrl: URL_OF_SITE,
      redirects: 0,
      status: 200,
      mediaType: 'text/html',
      charset: 'ISO-8859-1',
      bytes: Buffer.from('<p>hello'),
      isTruncated: false,
    });
    expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
    expect(asked[0]?.headers).toMatchObject({ host: NAME, connection: 'close' });
  });

  it('never sends a cookie back, on redirects neither', async () => {
    pages['/'] = (_request, response) =>
      void response.writeHead(302, { location: '/b', 'set-cookie': 'id=1; Path=/' }).end();
    pages['/b'] = (_request, response) => void response.end('b');
    await get();
    expect(asked.map(({ url }) => url)).toEqual(['/', '/b']);
    for (const { headers } of asked) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
  });

  it('takes no proxy from the environment', async () => {
    pages['/'] = (_request, response) => void response.end('direct');
    const before = { ...process.env };
    for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'ALL_PROXY'])
      process.env[name] = 'http://127.0.0.1:9';
    process.env.NODE_USE_ENV_PROXY = '1';
    try {
      expect((await get()).bytes.toString()).toBe('direct');
    } finally {
      process.env = before;
    }
    expect(network.dialled).toEqual([`${PUBLIC_ADDRESS} 80`]);
  });

  describe('redirects', () => {
    it.each([301, 302, 303, 307, 308])(
      'follows %i, with a lookup and a connection of its own',
      async (status) => {
        pages['/'] = redirect('/b#part', status);
        pages['/b'] = (_request, response) => void response.end('b');
        expect(await get()).toMatchObject({ finalUrl: `${URL_OF_SITE}b`, redirects: 1, status: 200 });
        expect(network.lookups).toEqual([NAME, NAME]);
        expect(network.dialled).toHaveLength(2);
      },
    );

    it.each([
      'http://169.254.169.254/latest/meta-data/',
      'http://127.0.0.1/',
      'http://2130706433/',
      'http://[::ffff:7f00:1]/',
      'http://localhost/',
      'http://metadata.google.internal/',
      '//10.0.0.1/',
      'file:///etc/passwd',
      'gopher://site.example/',
      'http://site.example:6379/',
      'http://user:secret@site.example/',
      'javascript:alert(1)',
      'http://',
    ])('refuses to be sent to %s', async (location) => {
      pages['/'] = redirect(location);
      await expect(get()).rejects.toMatchObject({ code: 'refused' });
      expect(network.dialled).toHaveLength(1);
    });

    it('refuses a name that leads inside at the second look (DNS rebinding)', async () => {
      network.name(NAME, [PUBLIC_ADDRESS], ['127.0.0.1']);
      pages['/'] = redirect('/b');
      await expect(get()).rejects.toMatchObject({ code: 'refused' });
      expect(asked.map(({ url }) => url)).toEqual(['/']);
    });

    it('refuses another name that leads inside', async () => {
      network.name('inside.example', ['192.168.0.10']);
      pages['/'] = redirect('http://inside.example/');
      await expect(get()).rejects.toMatchObject({ code: 'refused' });
      expect(network.dialled).toHaveLength(1);
    });

    it('gives up a loop after as many as are allowed', async () => {
      pages['/'] = redirect('/');
      await expect(get()).rejects.toMatchObject({ code: 'tooManyRedirects' });
      expect(asked).toHaveLength(4);
    });

    it('does not read a redirect without a place to go, and no body of one beyond the bound', async () => {
      pages['/'] = (_request, response) => void response.writeHead(302).end('where?');
      expect(await get()).toMatchObject({ status: 302, redirects: 0 });
    });
  });

  describe('bounds', () => {
    it('cuts an endless body off', async () => {
      pages['/'] = (_request, response) => {
        const more = (): void => {
          while (response.write(Buffer.alloc(16_384, 'a')));
          response.once('drain', more);
        };
        more();
      };
      const { bytes, isTruncated } = await get();
      expect(bytes).toHaveLength(LIMIT);
      expect(isTruncated).toBe(true);
    });

    it.each([
      ['gzip', gzipSync],
      ['deflate', deflateSync],
      ['br', brotliCompressSync],
    ] as const)('unpacks %s, and cuts a bomb off where it swells', async (encoding, compress) => {
      const send = (text: Buffer | string) => (_request: IncomingMessage, response: ServerResponse) =>
        void response.writeHead(200, { 'content-encoding': encoding }).end(compress(text));
      pages['/'] = send('<p>small');
      expect(await get()).toMatchObject({ bytes: Buffer.from('<p>small'), isTruncated: false });
      pages['/'] = send(Buffer.alloc(64 * 1024 * 1024));
      const { bytes, isTruncated } = await get();
      expect(bytes).toHaveLength(LIMIT);
      expect(isTruncated).toBe(true);
    });

    it('stops a stream that unpacks to nothing for ever', async () => {
      const emptyBlocks = Buffer.alloc(16_384, Buffer.from([0x00, 0x00, 0x00, 0xff, 0xff]));
      pages['/'] = (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'deflate' });
        response.write(Buffer.from([0x78, 0x9c]));
        const whole = emptyBlocks.subarray(0, 16_380);
        const more = (): void => {
          while (response.write(whole));
          response.once('drain', more);
        };
        more();
      };
      await expect(get()).rejects.toMatchObject({ code: 'tooLarge' });
    });

    it.each(['zstd', 'compress', 'gzip, gzip', 'nonsense'])('refuses the coding %s', async (encoding) => {
      // Not ended: the rest of the body is still to come when it is refused.
      pages['/'] = (_request, response) =>
        void response.writeHead(200, { 'content-encoding': encoding }).write('x'.repeat(100_000));
      await expect(get()).rejects.toMatchObject({ code: 'malformed' });
    });

    it.each(['gzip', 'deflate', 'br'])('refuses what calls itself %s and is not', async (encoding) => {
      pages['/'] = (_request, response) =>
        void response.writeHead(200, { 'content-encoding': encoding }).end('<p>plain');
      await expect(get()).rejects.toMatchObject({ code: 'malformed' });
    });

    it('refuses huge headers', async () => {
      pages['/'] = (_request, response) =>
        void response.writeHead(200, { 'x-large': 'a'.repeat(17_000) }).end('x');
      await expect(get()).rejects.toMatchObject({ code: 'tooLarge' });
    });

    it('ends with the time where headers never end', async () => {
      const slow = await serveRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(() => socket.write('x-more: 1\r\n'), 10);
        socket.on('close', () => clearInterval(timer));
      });
      network.host(PUBLIC_ADDRESS, 80, slow.port);
      await expect(get(URL_OF_SITE, { signal: AbortSignal.timeout(200) })).rejects.toMatchObject({
        code: 'timeout',
      });
      await slow.close();
    });

    it('gives what came of a body that dribbles when the time is up', async () => {
      pages['/'] = (_request, response) => {
        const timer = setInterval(() => response.write('x'), 5);
        response.on('close', () => clearInterval(timer));
      };
      const { isTruncated, bytes } = await get(URL_OF_SITE, { signal: AbortSignal.timeout(300) });
      expect(isTruncated).toBe(true);
      expect(bytes.toString()).toMatch(/^x+$/);
    });

    it('gives what came of a body that is shorter than it says', async () => {
      pages['/'] = (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('<p>half');
        setTimeout(() => response.destroy(), 20);
      };
      expect(await get()).toMatchObject({ bytes: Buffer.from('<p>half'), isTruncated: true });
    });

    it('reads no more than a body says it has', async () => {
      const liar = await serveRaw((socket) => {
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n<p>a<script>more</script>');
      });
      network.host(PUBLIC_ADDRESS, 80, liar.port);
      const outcome = await get().then(
        ({ bytes }) => bytes.toString(),
        (error: { code: string }) => error.code,
      );
      expect(['<p>a', 'malformed', 'unreachable']).toContain(outcome);
      await liar.close();
    });

    it('says that what answers is not HTTP', async () => {
      const other = await serveRaw((socket) => {
        socket.once('data', () => socket.write('SSH-2.0-OpenSSH_9.9\r\n'));
      });
      network.host(PUBLIC_ADDRESS, 80, other.port);
      await expect(get()).rejects.toMatchObject({ code: 'malformed' });
      await other.close();
    });
  });

  describe('over TLS', () => {
    const root = issueCertificate({ name: 'Root of a test' });
    const issuer = { name: 'Root of a test', key: root.key };
    const day = 86_400_000;

    async function certificateSeen(certificate: ReturnType<typeof issueCertificate>, options = {}) {
      const secure = await serveLocally((_request, response) => void response.end('ok'), certificate);
      try {
        network.host(PUBLIC_ADDRESS, 443, secure.port);
        const fetcher = new GuardedFetcher({ ...network, roots: [root.cert] });
        return await fetcher.fetch(`https://${NAME}/`, {
          accept: '*/*',
          maxBytes: LIMIT,
          maxRedirects: 0,
          signal: AbortSignal.timeout(20_000),
          ...options,
        });
      } finally {
        await secure.close();
      }
    }

    it('tells a certificate that holds', async () => {
      const fetched = await certificateSeen(issueCertificate({ name: NAME, issuer }));
      expect(fetched).toMatchObject({ status: 200, certificate: { isTrusted: true } });
    });

    it.each([
      ['of itself', issueCertificate({ name: NAME }), /SELF_SIGNED|UNABLE_TO_VERIFY/],
      ['of another name', issueCertificate({ name: 'other.example', issuer }), /ALTNAME/],
      [
        'that ran out',
        issueCertificate({
          name: NAME,
          issuer,
          validFrom: new Date(Date.now() - 90 * day),
          validTo: new Date(Date.now() - day),
        }),
        /EXPIRED/,
      ],
    ])('reads a page behind a certificate %s, and tells', async (_name, certificate, problem) => {
      const fetched = await certificateSeen(certificate);
      expect(fetched).toMatchObject({
        status: 200,
        certificate: { isTrusted: false, problem: expect.stringMatching(problem) },
      });
    });

    it('asks nothing of a server that must be trusted and is not', async () => {
      const seen = certificateSeen(issueCertificate({ name: NAME }), { requireTrust: true });
      await expect(seen).rejects.toMatchObject({ code: 'untrusted' });
      await expect(get(URL_OF_SITE, { requireTrust: true })).rejects.toMatchObject({ code: 'untrusted' });
      expect(asked).toEqual([]);
    });
  });
});
