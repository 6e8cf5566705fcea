/** The generic ones from before ICANN's programme of 2012, the sponsored ones among them (IANA, Root Zone Database). */
const EARLIER_GENERIC_DOMAINS = new Set(
  'com org net edu gov mil int arpa info biz name pro aero coop museum jobs mobi travel tel cat asia post xxx'.split(
    ' ',
  ),
);

/** Two letters are countries' alone (ISO 3166-1); those in other alphabets are not told from generic ones. */
export function isCountryDomain(top: string): boolean {
  return top.length === 2;
}

export function isRecentGenericDomain(top: string): boolean {
  return top.length > 2 && !EARLIER_GENERIC_DOMAINS.has(top);
}
