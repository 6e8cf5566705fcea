import type { ParserDisagreement } from './literal-reading.js';

/**
 * A URL, parsed once by the WHATWG URL Standard and carried through.
 *
 * `host`, `port`, `path`, `query`, `fragment` and what is derived from them are canonical: scheme, leading `www.`,
 * a host's closing dot, a path's closing slashes, needless percent-encoding, HTML's `&amp;`, tracking parameters, the ports
 * 80 and 443, and dots and asterisks that close the URL are gone. In collected data these tell who collected a URL, not whether it is phishing.
 */
export interface ParsedUrl {
  readonly kind: 'url';
  /** As it came. */
  readonly text: string;
  /** The WHATWG serialisation: with scheme, userinfo and `www.`. */
  readonly href: string;
  /** Canonical host, port, path, query and fragment in one text. */
  readonly canonical: string;
  /** Lower case, ASCII (punycode). An IPv6 address stands in brackets. */
  readonly host: string;
  /** 0 for 80, 443 and where none is given. */
  readonly port: number;
  /** Without closing slashes, so empty for the root; otherwise begins with a slash. */
  readonly path: string;
  /** Without its question mark. */
  readonly query: string;
  /** Without its hash. */
  readonly fragment: string;
  readonly hasUserinfo: boolean;
  readonly isIp: boolean;
  /** An IPv4 address written otherwise than as four decimal numbers: `0x7f.1`, `2130706433`, `[::ffff:7f00:1]`. */
  readonly isIpDisguised: boolean;
  /** Where other programs than browsers read another URL in `text`. */
  readonly disagreement: ParserDisagreement;
  /** What its holder registered, private suffixes counted (`evil.github.io`); the host for IPs and bare suffixes. */
  readonly registrableDomain: string;
  /** `co.uk`, `github.io`; empty for IPs. */
  readonly publicSuffix: string;
  /** The suffix is a hosting company's, not a registry's (the Public Suffix List's private part). */
  readonly isPrivateSuffix: boolean;
  /** The registrable domain without its suffix: `example` of `example.co.uk`; empty for IPs. */
  readonly domainLabel: string;
  /** What stands before the registrable domain, without its closing dot. */
  readonly subdomain: string;
}
