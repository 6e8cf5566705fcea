/**
 * Blocks of addresses no page of the public web stands at: IANA's special-purpose registries (RFC 6890 and its
 * successors), the retired ones that routers still know, and where clouds answer with a machine's credentials.
 */
export const REFUSED_IPV4: readonly (readonly [block: string, name: string])[] = [
  ['0.0.0.0/8', 'unspecified'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'carrier-grade NAT'],
  ['127.0.0.0/8', 'loopback'],
  // Azure's host agent stands at a public address.
  ['168.63.129.16/32', 'cloud metadata'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private'],
  // Holds Oracle's metadata service, 192.0.0.192.
  ['192.0.0.0/24', 'protocol assignments'],
  ['192.0.2.0/24', 'documentation'],
  ['192.31.196.0/24', 'AS112'],
  ['192.52.193.0/24', 'AMT'],
  ['192.88.99.0/24', '6to4 relay'],
  ['192.168.0.0/16', 'private'],
  ['192.175.48.0/24', 'AS112'],
  ['198.18.0.0/15', 'benchmarking'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  // Ends with the broadcast address.
  ['240.0.0.0/4', 'reserved'],
];

/** The only block IANA has given out for the public Internet (RFC 4291, 2.4); all else is refused unseen. */
export const GLOBAL_IPV6 = '2000::/3';

/** What is not the public Internet within {@link GLOBAL_IPV6}. */
export const REFUSED_IPV6: readonly (readonly [block: string, name: string])[] = [
  // Teredo (2001::/32), benchmarking, AMT, ORCHID and the rest: RFC 2928.
  ['2001::/23', 'protocol assignments'],
  ['2001:db8::/32', 'documentation'],
  // An IPv4 address stands within, to be reached through a relay.
  ['2002::/16', '6to4'],
  ['2620:4f:8000::/48', 'AS112'],
  ['3fff::/20', 'documentation'],
  ['3ffe::/16', '6bone'],
];

/** RFC 6052: on a network of IPv6 alone every IPv4 host is found here, so the address within decides. */
export const NAT64_WELL_KNOWN = '64:ff9b::/96';
