import { isUrlProblem, parseUrl } from '@weir/url-features';

/** `own`: the page's registrable domain. `foreign`: another. `none`: leads to no page (`#`, `javascript:`, `mailto:`). */
export type LinkKind = 'own' | 'foreign' | 'none';

/** Hosts remembered of one page. */
const MOST_HOSTS = 2_000;

/** Tells links of a page apart by where they lead, relative ones by the page's address and its `<base>`. */
export class PageLinks {
  readonly #domain: string;
  readonly #byHost = new Map<string, LinkKind>();
  #base: string;
  #hasBase = false;

  /** `pageUrl` is the address the page was had from. */
  constructor(readonly pageUrl: string) {
    this.#base = pageUrl;
    this.#domain = domainOf(pageUrl);
  }

  /** The first `<base href>` counts. */
  setBase(href: string): void {
    if (this.#hasBase || !URL.canParse(href, this.pageUrl)) return;
    this.#base = new URL(href, this.pageUrl).href;
    this.#hasBase = true;
  }

  kindOf(reference: string): LinkKind {
    const text = reference.trim();
    if (text === '' || text.startsWith('#')) return 'none';
    const url = URL.canParse(text, this.#base) ? new URL(text, this.#base) : undefined;
    if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) return 'none';
    return this.#kindOfHost(url.hostname);
  }

  /** As a URL, where the reference is one. */
  resolve(reference: string): string | undefined {
    const text = reference.trim();
    return URL.canParse(text, this.#base) ? new URL(text, this.#base).href : undefined;
  }

  #kindOfHost(hostname: string): LinkKind {
    const known = this.#byHost.get(hostname);
    if (known !== undefined) return known;
    const kind = domainOf(`http://${hostname}/`) === this.#domain ? 'own' : 'foreign';
    if (this.#byHost.size < MOST_HOSTS) this.#byHost.set(hostname, kind);
    return kind;
  }
}

function domainOf(url: string): string {
  const parsed = parseUrl(url);
  return isUrlProblem(parsed) ? url : parsed.registrableDomain;
}
