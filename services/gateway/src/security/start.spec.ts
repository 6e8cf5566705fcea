import { type Documents, KeyCatalog } from '@weir/platform';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type GatewayUnderTest, startGateway } from '../testing/gateway-under-test.js';
import { rawRequest } from '../testing/raw-request.js';

const PATIENT = { timeout: 60_000, interval: 100 };
const ORDER = { name: 'ann', scopes: ['admin'], createdBy: 'cli' } as const;

let gateway: GatewayUnderTest | undefined;
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});

function failing(documents: Documents, isAway: () => boolean): Documents {
  const collection = async (spec: Parameters<Documents['collection']>[0]) => {
    if (isAway()) throw new Error('documents are away');
    return documents.collection(spec);
  };
  return { collection, check: () => documents.check(), close: () => documents.close() } as Documents;
}

describe('a start', () => {
  it('on any address is served where there is a key, under any name, to whoever shows it', async () => {
    let key = '';
    const lines: string[] = [];
    const setup = {
      log: (line: string) => void lines.push(line),
      documents: async (documents: Documents) => {
        ({ key } = await new KeyCatalog(documents).create(ORDER));
        return documents;
      },
    };
    gateway = await startGateway({ WEIR_HOST: '0.0.0.0', WEIR_LOG_LEVEL: 'info' }, setup);
    const url = `${gateway.url.replace('0.0.0.0', '127.0.0.1')}/v1/runs`;
    expect((await rawRequest('GET', url, { host: 'weir.example' })).status).toBe(401);
    const shown = await rawRequest('GET', url, { host: 'weir.example', 'x-api-key': key });
    expect(shown.status).toBe(200);
    const said = lines.map((line) => JSON.parse(line)).filter(({ msg }) => String(msg).includes('API key'));
    expect(said).toMatchObject([{ keys: 1, msg: 'API keys are configured: every request needs one' }]);
  });

  it('on the loopback serves its own names alone, keys or not', async () => {
    let key = '';
    gateway = await startGateway(
      {},
      {
        documents: async (documents) => {
          ({ key } = await new KeyCatalog(documents).create(ORDER));
          return documents;
        },
      },
    );
    const headers = { host: 'rebound.example', 'x-api-key': key };
    expect((await rawRequest('GET', `${gateway.url}/v1/runs`, headers)).status).toBe(421);
  });

  it('lets nobody in before the keys could be read, and says so', async () => {
    let isAway = true;
    gateway = await startGateway({}, { documents: (documents) => failing(documents, () => isAway) });
    const refused = await gateway.call('POST', '/v1/verdicts', { url: 'http://a.example/' });
    expect([refused.status, refused.json.code]).toEqual([503, 'WEIR_DOCUMENTS_UNAVAILABLE']);
    expect(refused.headers.get('retry-after')).not.toBeNull();
    expect((await gateway.call('GET', '/health/live')).status).toBe(200);
    const { json } = await gateway.call('GET', '/health/ready');
    const keys = json.dependencies.find(({ name }: { name: string }) => name === 'keys');
    expect(keys).toMatchObject({ ok: false, error: expect.stringContaining('not read yet') });
    isAway = false;
    const opened = async () =>
      expect((await gateway?.call('POST', '/v1/verdicts', { url: 'http://a.example/' }))?.status).toBe(200);
    await vi.waitFor(opened, PATIENT);
  });
});

describe('every answer', () => {
  it('carries what keeps a browser in check; Strict-Transport-Security over TLS only', async () => {
    gateway = await startGateway();
    for (const path of ['/v1/models', '/v1/none', '/health/live']) {
      const { headers } = await gateway.call('GET', path);
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('says over TLS that it is to stay so, behind a proxy that is trusted', async () => {
    gateway = await startGateway({ WEIR_TRUST_PROXY: '127.0.0.1' });
    const forwarded = { 'x-forwarded-proto': 'https' };
    const seen = await rawRequest('GET', `${gateway.url}/health/live`, forwarded);
    expect(seen.headers['strict-transport-security']).toBe('max-age=31536000');
    const made = await gateway.call('POST', '/v1/keys', { name: 'ann', scopes: ['admin'] });
    const session = await gateway.call('POST', '/v1/session', { key: made.json.key }, forwarded);
    expect(session.headers.get('set-cookie')).toMatch(/; Secure$/);
  });
});
