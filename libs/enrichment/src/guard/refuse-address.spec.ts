import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseAddress } from './refuse-address.js';

describe('refuseAddress', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.215.14',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.1',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2606:2800:21f:cb07:6820:80da:af6b:8b2c',
    '2a00:1450:4001:82a::200e',
    // Through NAT64 to 8.8.8.8.
    '64:ff9b::808:808',
  ])('lets %s through', (address) => {
    expect(refuseAddress(address)).toBeUndefined();
  });

  it.each([
    ['0.0.0.0', 'unspecified'],
    ['0.1.2.3', 'unspecified'],
    ['10.0.0.1', 'private'],
    ['10.255.255.255', 'private'],
    ['100.64.0.1', 'carrier-grade NAT'],
    ['100.100.100.200', 'carrier-grade NAT'],
    ['100.127.255.255', 'carrier-grade NAT'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['168.63.129.16', 'cloud metadata'],
    ['169.254.0.1', 'link-local'],
    ['169.254.169.254', 'link-local'],
    ['169.254.170.2', 'link-local'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.0.0.1', 'protocol assignments'],
    ['192.0.0.192', 'protocol assignments'],
    ['192.0.2.1', 'documentation'],
    ['192.88.99.1', '6to4 relay'],
    ['192.168.0.1', 'private'],
    ['192.168.255.255', 'private'],
    ['198.18.0.1', 'benchmarking'],
    ['198.19.255.255', 'benchmarking'],
    ['198.51.100.7', 'documentation'],
    ['203.0.113.7', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['239.255.255.250', 'multicast'],
    ['240.0.0.1', 'reserved'],
    ['255.255.255.255', 'reserved'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::127.0.0.1', expect.any(String)],
    ['::a9fe:a9fe', expect.any(String)],
    ['::ffff:127.0.0.1', 'ipv4Mapped'],
    ['::ffff:a9fe:a9fe', 'ipv4Mapped'],
    ['::ffff:8.8.8.8', 'ipv4Mapped'],
    ['::ffff:0:127.0.0.1', expect.any(String)],
    ['64:ff9b::7f00:1', 'loopback'],
    ['64:ff9b::a9fe:a9fe', 'link-local'],
    ['64:ff9b::10.0.0.1', 'private'],
    ['64:ff9b:1::7f00:1', expect.any(String)],
    ['64:ff9b:1::808:808', expect.any(String)],
    ['100::1', expect.any(String)],
    ['2001::1', 'protocol assignments'],
    ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'protocol assignments'],
    ['2001:2::1', 'protocol assignments'],
    ['2001:10::1', 'protocol assignments'],
    ['2001:20::1', 'protocol assignments'],
    ['2001:db8::1', 'documentation'],
    ['2002:7f00:1::', '6to4'],
    ['2002:a9fe:a9fe::1', '6to4'],
    ['2002:808:808::1', '6to4'],
    ['3fff::1', 'documentation'],
    ['4000::1', expect.any(String)],
    ['5f00::1', expect.any(String)],
    ['fc00::1', 'uniqueLocal'],
    ['fd00:ec2::254', 'uniqueLocal'],
    ['fd20:ce::254', 'uniqueLocal'],
    ['fe80::1', 'linkLocal'],
    ['fe80::a9fe:a9fe', 'linkLocal'],
    ['fec0::1', expect.any(String)],
    ['ff02::1', 'multicast'],
    ['fe80::1%eth0', 'zone'],
    ['2606:2800::1%1', 'zone'],
    ['2130706433', 'not an address'],
    ['0x7f000001', 'not an address'],
    ['0177.0.0.1', 'not an address'],
    ['127.1', 'not an address'],
    ['1.2.3.4.5', 'not an address'],
    ['example.com', 'not an address'],
    ['', 'not an address'],
  ])('refuses %s', (address, reason) => {
    expect(refuseAddress(address)).toEqual(reason);
  });

  it('judges an IPv4 address within NAT64 as itself, and refuses every other way of wrapping it', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(refuseAddress(`64:ff9b::${address}`)).toBe(refuseAddress(address));
        expect(refuseAddress(`::ffff:${address}`)).toBeDefined();
        expect(refuseAddress(`::${address}`)).toBeDefined();
        expect(refuseAddress(`64:ff9b:1::${address}`)).toBeDefined();
      }),
    );
  });

  it('never throws, and lets no IPv6 address through outside the global block', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.string()), (address) => {
        if (refuseAddress(address) === undefined) {
          expect(address).toMatch(/^(?:[23][0-9a-f]{3}:|64:ff9b:|0*64:ff9b:|\d+\.\d+\.\d+\.\d+$)/i);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
