/** Suffixes sold for nothing or nearly so, and abused in proportion (Spamhaus, Interisle). */
export const CHEAP_SUFFIXES = new Set(
  (
    'tk ml ga cf gq xyz top icu buzz cyou club online site live shop store space website fun work link click rest ' +
    'cfd sbs bar monster quest best vip win bid loan men date stream download racing review cn pw cc ws su ly to ' +
    'info biz lol autos boats hair skin mom makeup beauty homes bond'
  ).split(' '),
);

/** The generic suffixes of before 2000. */
export const CLASSIC_SUFFIXES = new Set('com org net edu gov mil int'.split(' '));

/** Suffixes that look like the end of a host, found where no suffix belongs. */
export const SUFFIX_WORDS = new Set('com net org gov edu co info'.split(' '));
