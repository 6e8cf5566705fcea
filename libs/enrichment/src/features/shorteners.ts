/** Public link shorteners that the paper names or that are in common use. */
const SHORTENERS = new Set(
  (
    'bit.ly tinyurl.com goo.gl t.co ow.ly is.gd buff.ly adf.ly bitly.com rebrand.ly cutt.ly shorturl.at rb.gy t.ly ' +
    'tiny.cc bl.ink v.gd s.id lnkd.in qr.ae x.co u.to urlz.fr shorte.st soo.gd clck.ru vk.cc tr.im snip.ly short.io ' +
    'dwz.cn url.cn t.cn suo.im bit.do mcaf.ee po.st su.pr cli.gs budurl.com yourls.org qrco.de l.ead.me v.ht kutt.it ' +
    'shrtco.de 2no.co iplogger.org gg.gg ity.im lihi.cc reurl.cc tinu.be hyperurl.co urlzs.com'
  ).split(' '),
);

export function isShortener(host: string): boolean {
  return SHORTENERS.has(host);
}
