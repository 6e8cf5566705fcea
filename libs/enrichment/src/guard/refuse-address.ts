import ipaddr from 'ipaddr.js';
import { GLOBAL_IPV6, NAT64_WELL_KNOWN, REFUSED_IPV4, REFUSED_IPV6 } from './address-ranges.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Block = readonly [Address, number];

const refused4 = REFUSED_IPV4.map(([block, name]) => ({ block: ipaddr.parseCIDR(block), name }));
const refused6 = REFUSED_IPV6.map(([block, name]) => ({ block: ipaddr.parseCIDR(block), name }));
const global6 = ipaddr.parseCIDR(GLOBAL_IPV6);
const nat64 = ipaddr.parseCIDR(NAT64_WELL_KNOWN);

/**
 * Why nothing may be fetched from this address, or `undefined` where it is of the public Internet. `address` is what a
 * resolver gives: four decimal numbers, or IPv6. Any other spelling, and a zone (`fe80::1%eth0`), is refused.
 */
export function refuseAddress(address: string): string | undefined {
  if (address.includes('%')) return 'zone';
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return refuseIpv4(ipaddr.IPv4.parse(address));
  if (ipaddr.IPv6.isValid(address)) return refuseIpv6(ipaddr.IPv6.parse(address));
  return 'not an address';
}

function refuseIpv4(address: ipaddr.IPv4): string | undefined {
  return refused4.find(({ block }) => isWithin(address, block))?.name;
}

/** IPv4-mapped and IPv4-compatible addresses, loopback, local and site-local ones all fall outside the global block. */
function refuseIpv6(address: ipaddr.IPv6): string | undefined {
  if (isWithin(address, nat64)) return refuseIpv4(embeddedIpv4(address));
  if (!isWithin(address, global6)) return address.range();
  return refused6.find(({ block }) => isWithin(address, block))?.name;
}

/** The last 32 bits. */
function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(-4));
}

function isWithin(address: Address, [base, bits]: Block): boolean {
  return address.kind() === base.kind() && address.match(base, bits);
}
