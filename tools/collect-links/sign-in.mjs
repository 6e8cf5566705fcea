// Tells pages where people sign in, consent, pay or mind their account from other links.
const HOST =
  /^(?:(?:my-?)?accounts?|log-?in|log-?on|sign-?in|auth|sso|oauth2?|idp?|identity|passport|secure|checkout)\d*\./i;
const SIGN_IN =
  /^(?:(?:user|member|customer|web|client|go-?to|account|us)?[-_]?(?:log[-_]?in|log-?on|sign-?in|signon)(?:[-_.](?!ok).*)?|log_?in(?:form|action)|connexion|inloggen|logga-in|acceder|iniciar-sesion|sso|saml2?|passport)$/i;
const ACCOUNT =
  /^(?:(?:my|your|manage|user|customer)?[-_]?accounts?|(?:change|reset|forgot)[-_]?password|password|passwd|checkout|billing|payment|wallet|register|sign-?up|api-?keys?|tokens|personal-access-tokens)(?:\.\w+)?$/i;
const CONSENT =
  /(?<!de|re)authori[sz](?:e|ation)\b|authenticate|(?<!t)oauth(?!or)|openid|\/auth\/?$|\/dialog\//i;

/** Endpoints for programs, writing about signing in, other people's profiles, and systems to try things out. */
const NOT_A_PAGE = [
  /token(?!s\b)|user_?info|user\/info|getaccount|revoke|introspect|jwks|\/(?:keys|certs|me|access|request|refresh)\/?$/i,
  /\/api\/|_apis|ajax|apifeed|\/rest\/|\.well-known|callback|redirect_url?i?=|j_spring|\/client\/register|ttwid|=$|\?\w+$/i,
  /docs?\b|documentation|develop|support\.|help\.|communit|\/blog|guide|news\/|article|faq|tutorial|reference|spec\b/i,
  /\/wiki|confluence|github\.(?:io|com\/(?!login|settings))|gitlab\.com\/(?!users|-\/)|reddit\.com\/r\/|\.(?:pdf|ashx)$|author/i,
  /googleapis|graph\.facebook|npmjs|rfc|readthedocs|stackoverflow|ietf|oauth\.net|openid\.net|schemas?\.|authjs|home-assistant\.io/i,
  /pecl|cpan|freebsd|ibiblio|senate\.gov|\/accounts\/\w|eticket|sandbox|staging|\buat\.|\btest\b|sso\.com|example|learn\.microsoft|projects\.kde|signon-|getjwt|peterhudec|\/bearer|oauth\.com|wbsapi|\/(?:verify|get|profile|tokens\/bearer)$|oauth\/tokens|deauthorize|testshib/i,
];

/** `authorize` (OAuth and OpenID), `sign-in`, `account` (also payment and passwords), or `undefined` for another page. */
export function signInKind(link) {
  const { hostname, pathname } = new URL(link);
  const parts = pathname.split('/').filter((part) => part !== '');
  const kind = kindOf(hostname, pathname, parts);
  const rest = link.replace(/(?<!de)authori[sz](?=e|ation)/gi, '');
  return kind === undefined || NOT_A_PAGE.some((pattern) => pattern.test(rest)) ? undefined : kind;
}

function kindOf(hostname, pathname, parts) {
  if (parts.some((part) => SIGN_IN.test(part))) return 'sign-in';
  if (CONSENT.test(pathname)) return 'authorize';
  if (parts.some((part) => ACCOUNT.test(part))) return 'account';
  return HOST.test(hostname) && parts.length === 0 ? 'sign-in' : undefined;
}
