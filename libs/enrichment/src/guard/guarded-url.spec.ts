import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FetchFailure } from './fetch-failure.js';
import { type GuardedUrl, guardUrl } from './guarded-url.js';

const PORTS = [80, 443];

function outcomeOf(text: string, base?: string): GuardedUrl | FetchFailure {
  try {
    return guardUrl(text, PORTS, base);
  } catch (error) {
    if (error instanceof FetchFailure) return error;
    throw error;
  }
}

/** Every way in that has been tried on others: the URL, and what in the refusal's message says why. */
const ATTACKS: readonly (readonly [url: string, why: RegExp])[] = [
  // Loopback, in every notation
  ['http://127.0.0.1/', /loopback/],
  ['http://127.0.0.1:80/admin', /loopback/],
  ['http://127.1/', /loopback/],
  ['http://127.0.1/', /loopback/],
  ['http://127.127.127.127/', /loopback/],
  ['http://2130706433/', /loopback/],
  ['http://0x7f000001/', /loopback/],
  ['http://0x7f.0x0.0x0.0x1/', /loopback/],
  ['http://0x7f.1/', /loopback/],
  ['http://0177.0.0.1/', /loopback/],
  ['http://0177.0.01/', /loopback/],
  ['http://017700000001/', /loopback/],
  ['http://127.0.0.1./', /loopback/],
  ['http://127.0.0.01/', /loopback/],
  ['http://00000177.0x0.00.1/', /loopback/],
  ['http://%31%32%37.0.0.1/', /loopback/],
  ['http://①②⑦.⓪.⓪.①/', /loopback/],
  ['http://１２７.０.０.１/', /loopback/],
  ['http://127。0。0。1/', /loopback/],
  ['http:\\\\127.0.0.1\\', /loopback/],
  ['http:127.0.0.1', /loopback/],
  ['http:////127.0.0.1/', /loopback/],
  ['ht\ntp://127.0.0.1/', /loopback/],
  ['  http://127.0.0.1/', /loopback/],
  ['http://[::1]/', /loopback/],
  ['http://[0:0:0:0:0:0:0:1]/', /loopback/],
  ['http://[0000::1]:80/', /loopback/],
  ['https://[::1]/', /loopback/],
  // Unspecified
  ['http://0/', /unspecified/],
  ['http://0.0.0.0/', /unspecified/],
  ['http://0x0/', /unspecified/],
  ['http://00/', /unspecified/],
  ['http://[::]/', /unspecified/],
  ['http://[0::0]/', /unspecified/],
  // IPv4 within IPv6
  ['http://[::ffff:127.0.0.1]/', /not public/],
  ['http://[::ffff:7f00:1]/', /not public/],
  ['http://[::ffff:169.254.169.254]/', /not public/],
  ['http://[::ffff:8.8.8.8]/', /not public/],
  ['http://[::127.0.0.1]/', /not public/],
  ['http://[::ffff:0:7f00:1]/', /not public/],
  ['http://[64:ff9b::127.0.0.1]/', /loopback/],
  ['http://[64:ff9b::a9fe:a9fe]/', /link-local/],
  ['http://[64:ff9b:1::a00:1]/', /not public/],
  ['http://[2002:7f00:1::]/', /6to4/],
  ['http://[2002:a9fe:a9fe::]/', /6to4/],
  ['http://[2001::7f00:1]/', /protocol assignments/],
  // Metadata services
  ['http://169.254.169.254/latest/meta-data/', /link-local/],
  ['http://2852039166/latest/meta-data/', /link-local/],
  ['http://0xa9fea9fe/', /link-local/],
  ['http://0xA9.0xFE.0xA9.0xFE/', /link-local/],
  ['http://0251.0376.0251.0376/', /link-local/],
  ['http://0251.254.169.254/', /link-local/],
  ['http://169.254.43518/', /link-local/],
  ['http://169.16689662/', /link-local/],
  ['http://169.254.170.2/v2/credentials', /link-local/],
  ['http://[fd00:ec2::254]/latest/meta-data/', /uniqueLocal/],
  ['http://100.100.100.200/latest/meta-data/', /carrier-grade/],
  ['http://168.63.129.16/machine?comp=goalstate', /metadata/],
  ['http://192.0.0.192/latest/', /protocol assignments/],
  ['http://metadata.google.internal/computeMetadata/v1/', /local name/],
  ['http://metadata.google.internal./', /local name/],
  ['http://instance-data.ec2.internal/', /local name/],
  ['http://metadata/', /without a dot/],
  // Private networks
  ['http://10.0.0.1/', /private/],
  ['http://10.1/', /private/],
  ['http://167772161/', /private/],
  ['http://172.16.0.1/', /private/],
  ['http://172.31.255.255/', /private/],
  ['http://192.168.1.1/', /private/],
  ['http://192.168.257/', /private/],
  ['http://0xc0a80101/', /private/],
  ['http://100.64.0.1/', /carrier-grade/],
  ['http://[fc00::1]/', /uniqueLocal/],
  ['http://[fdff:ffff::1]/', /uniqueLocal/],
  ['http://[fe80::1]/', /linkLocal/],
  ['http://[fec0::1]/', /not public/],
  ['http://[fe80::1%25eth0]/', /not a URL/],
  ['http://[::1%lo]/', /not a URL/],
  // What is nobody's
  ['http://192.0.2.1/', /documentation/],
  ['http://198.51.100.1/', /documentation/],
  ['http://203.0.113.1/', /documentation/],
  ['http://198.18.0.1/', /benchmarking/],
  ['http://192.88.99.1/', /6to4/],
  ['http://224.0.0.1/', /multicast/],
  ['http://239.255.255.250/', /multicast/],
  ['http://240.0.0.1/', /reserved/],
  ['http://255.255.255.255/', /reserved/],
  ['http://4294967295/', /reserved/],
  ['http://[ff02::1]/', /multicast/],
  ['http://[2001:db8::1]/', /documentation/],
  ['http://[3fff::1]/', /documentation/],
  ['http://[100::1]/', /not public/],
  // Names of this machine and this network
  ['http://localhost/', /local name/],
  ['http://LOCALHOST/', /local name/],
  ['http://localhost./', /local name/],
  ['http://localhost../', /local name|empty|not a URL/],
  ['http://%6c%6fcalhost/', /local name/],
  ['http://ⓛocalhost/', /local name/],
  ['http://evil.localhost/', /local name/],
  ['http://localhost.localdomain/', /local name/],
  ['http://printer.local/', /local name/],
  ['http://vault.internal/', /local name/],
  ['http://router.lan/', /local name/],
  ['http://nas.home.arpa/', /local name/],
  ['http://kubernetes.default.svc/', /local name/],
  ['http://kubernetes.default.svc.cluster.local/', /local name/],
  ['http://facebookcorewwwi.onion/', /local name/],
  ['http://redis/', /without a dot/],
  ['http://mongodb:80/', /without a dot/],
  // Schemes, ports, credentials
  ['file:///etc/passwd', /scheme/],
  ['ftp://example.com/', /scheme/],
  ['gopher://example.com:70/_', /scheme/],
  ['dict://example.com:11211/', /scheme/],
  ['ldap://example.com/', /scheme/],
  ['jar:http://example.com!/', /scheme/],
  ['data:text/html,<form>', /scheme/],
  ['javascript:alert(1)', /scheme/],
  ['ws://example.com/', /scheme/],
  ['http://example.com:22/', /port 22/],
  ['http://example.com:6379/', /port 6379/],
  ['http://example.com:8080/', /port 8080/],
  ['http://example.com:0/', /port 0/],
  ['http://example.com:65536/', /not a URL/],
  ['http://user@example.com/', /credentials/],
  ['http://user:secret@example.com/', /credentials/],
  ['http://:secret@example.com/', /credentials/],
  ['http://example.com@127.0.0.1/', /credentials/],
  ['http://127.0.0.1@example.com/', /credentials/],
  // Not URLs
  ['', /not a URL/],
  ['//example.com/', /not a URL/],
  ['http://', /not a URL/],
  ['http://1.2.3.4.5/', /not a URL/],
  ['http://256.256.256.256/', /not a URL/],
  ['http://[::1/', /not a URL/],
  ['http://exa mple.com/', /not a URL/],
];

describe('guardUrl', () => {
  it.each(ATTACKS)('refuses %j', (url, why) => {
    const outcome = outcomeOf(url);
    expect(outcome).toBeInstanceOf(FetchFailure);
    expect(outcome).toMatchObject({ code: 'refused', message: expect.stringMatching(why) });
  });

  it('reads what may be visited', () => {
    expect(outcomeOf('HTTPS://Www.Example.COM./a/../b?x=1#top')).toEqual({
      href: 'https://www.example.com./b?x=1',
      protocol: 'https:',
      host: 'www.example.com.',
      hostname: 'www.example.com',
      port: 443,
      path: '/b?x=1',
      isAddress: false,
    });
    expect(outcomeOf('http://0x8.0x8.2056/')).toMatchObject({ hostname: '8.8.8.8', isAddress: true });
    expect(outcomeOf('http://[2606:4700::1111]/')).toMatchObject({
      host: '[2606:4700::1111]',
      hostname: '2606:4700::1111',
      isAddress: true,
    });
    expect(outcomeOf('http://example.com:443/')).toMatchObject({ port: 443, protocol: 'http:' });
  });

  it.each([
    ['/next', 'https://example.com/next'],
    ['?q', 'https://example.com/a/b?q'],
    ['//other.example/', 'https://other.example/'],
    ['http://other.example/', 'http://other.example/'],
  ])('reads the redirect %s beside where it comes from', (location, href) => {
    expect(outcomeOf(location, 'https://example.com/a/b')).toMatchObject({ href });
  });

  it.each([
    '//127.0.0.1/',
    '//localhost',
    'http:/\\169.254.169.254/',
    'file:///etc/passwd',
    '//u:p@b.example/',
  ])('refuses the redirect %s', (location) => {
    expect(outcomeOf(location, 'http://example.com/')).toMatchObject({ code: 'refused' });
  });

  it('throws nothing but its own refusals, and lets no address through that it would refuse by itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.webAuthority().map((a) => `http://${a}/`),
        ),
        (text) => {
          const outcome = outcomeOf(text);
          if (outcome instanceof FetchFailure) expect(outcome.code).toBe('refused');
          else expect(outcomeOf(outcome.href)).toEqual(outcome);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
