/** Names phishers borrow most: APWG and vendors' quarterly lists, and the JPCERT/CC list's own Japanese brands. */
export const BRANDS = (
  'paypal amazon apple icloud itunes microsoft office365 outlook onedrive sharepoint hotmail google gmail youtube ' +
  'facebook instagram whatsapp twitter linkedin netflix spotify steam adobe dropbox docusign yahoo ebay alibaba ' +
  'aliexpress walmart coinbase binance metamask blockchain ledger trezor kraken opensea chase wellsfargo citibank ' +
  'bankofamerica capitalone americanexpress mastercard visa hsbc barclays lloyds natwest santander bbva creditagricole ' +
  'bnpparibas societegenerale sparkasse postbank commerzbank unicredit intesasanpaolo itau bradesco caixa dhl fedex ' +
  'usps ups royalmail correios laposte orange vodafone telekom verizon att swisscom rakuten mercari docomo softbank ' +
  'smbc mufg mizuho aeon saison epos jcb meisai viewcard orico ekinet yamato sagawa kuroneko mitsui sumitomo ' +
  'jibunbank paypay mynavi godaddy cpanel webmail zimbra roblox telegram tiktok booking airbnb'
).split(' ');

/** Registered by the brand itself, though its name is only part of the label. */
export const BRAND_OWNED_LABELS = new Set([
  'amazonaws',
  'amazonpay',
  'apple-dns',
  'applemusic',
  'appspot',
  'booking',
  'chasebank',
  'dropboxusercontent',
  'ebayimg',
  'ebaystatic',
  'facebookmail',
  'fbcdn',
  'googleapis',
  'googleblog',
  'googleusercontent',
  'microsoftonline',
  'netflixtechblog',
  'outlook',
  'paypal-community',
  'paypalobjects',
  'rakuten-card',
  'smbc-card',
  'steamcommunity',
  'steampowered',
  'windowsazure',
  'youtube-nocookie',
]);

/** What a page of the kind asks for, by what it is after. Stems, so that one word does not count twice. */
export const WORD_GROUPS = {
  signIn:
    'login signin logon signon auth authenticate password passwd webscr sso oauth wallet connect session',
  account: 'account member customer client profile user users mypage billing invoice subscri',
  urgency:
    'verify verification confirm secure security update suspend unlock locked alert limited restore recover ' +
    'validat support helpdesk service',
  payment: 'bank banking payment credit card refund bonus gift reward prize claim free tax crypto bitcoin',
  contentManagement: 'wp wordpress joomla plugin themes includes uploads administrator components modules',
} as const;

export type WordGroup = keyof typeof WORD_GROUPS;

/** Public link shorteners: the real site is hidden behind them. */
export const SHORTENERS = new Set(
  (
    'bit.ly tinyurl.com goo.gl t.co ow.ly is.gd buff.ly adf.ly bitly.com rebrand.ly cutt.ly shorturl.at rb.gy t.ly ' +
    'tiny.cc bl.ink v.gd s.id lnkd.in qr.ae x.co u.to urlz.fr shorte.st soo.gd clck.ru vk.cc tr.im snip.ly short.io ' +
    'dwz.cn url.cn t.cn suo.im bit.do mcaf.ee po.st su.pr cli.gs budurl.com yourls.org qrco.de linktr.ee l.ead.me ' +
    'tinu.be hyperurl.co urlzs.com v.ht kutt.it shrtco.de 2no.co iplogger.org gg.gg ity.im use.ge lihi.cc reurl.cc'
  ).split(' '),
);

/** Free hosting and dynamic DNS that the Public Suffix List's private part does not hold. */
export const FREE_HOSTS = new Set(
  (
    '000webhostapp.com weebly.com wixsite.com webnode.com yolasite.com jimdofree.com jimdosite.com tripod.com angelfire.com ' +
    'wordpress.com blogspot.com godaddysites.com square.site strikingly.com webflow.io glitch.me repl.co replit.app ' +
    'netlify.app vercel.app herokuapp.com web.app firebaseapp.com pages.dev workers.dev surge.sh duckdns.org ' +
    'ngrok.io ngrok.app trycloudflare.com byethost.com freehosting.com 000webhost.com x10host.com infinityfreeapp.com ' +
    'epizy.com rf.gd altervista.org beget.tech mystrikingly.com carrd.co github.io gitbook.io myshopify.com ' +
    'sites.google.com docs.google.com forms.gle typeform.com jotform.com formstack.com'
  ).split(' '),
);

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

/** What stands after the last dot of the path. */
export const SERVER_SCRIPTS = new Set('php php3 php5 phtml asp aspx jsp jspx cgi pl do cfm'.split(' '));
export const PAGES = new Set('html htm shtml xhtml'.split(' '));
export const DOWNLOADS = new Set(
  'exe msi apk scr bat cmd jar vbs ps1 dmg iso zip rar 7z gz tar doc docm xls xlsm hta lnk'.split(' '),
);
