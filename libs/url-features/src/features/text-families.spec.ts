import { describe, expect, it } from 'vitest';
import { parseUrl } from '../parse/parse-url.js';
import { isUrlProblem } from '../parse/url-problem.js';
import { describeReason, extractUrlFeatures, URL_FEATURES, urlFeatureNames } from './url-features.js';

function named(text: string): Record<string, number> {
  const url = parseUrl(text);
  if (isUrlProblem(url)) throw new Error(`${text}: ${url.code}`);
  const row = new Float32Array(URL_FEATURES.length);
  extractUrlFeatures(url, row, 0);
  return Object.fromEntries(Array.from(row, (value, index) => [urlFeatureNames[index], value]));
}

type Expected = Readonly<Record<string, number>>;

describe('structure', () => {
  it.each<[string, Expected]>([
    [
      'a.example',
      { path_length: 0, path_depth: 0, last_segment_length: 0, path_entropy: 0, query_longest_value: 0 },
    ],
    ['a.example/2020/how-to_bake-bread/', { path_depth: 2, last_segment_length: 17, path_hyphens: 3 }],
    [
      'a.example/AbC1/?x',
      { path_capital_ratio: 2 / 3, path_digit_ratio: 0.2, query_unnamed: 1, query_parameters: 1 },
    ],
    ['a.example/?a=1&bb=22&c=&=d&e', { query_parameters: 5, query_unnamed: 2, query_longest_value: 2 }],
    ['a.example/?a=b=c', { query_unnamed: 0, query_longest_value: 3 }],
    ['a.example/#/login', { fragment_route: 1, fragment_length: 6 }],
    ['a.example/#!x', { fragment_route: 1 }],
    ['a.example/#section', { fragment_route: 0 }],
    ['a.example/strengths', { path_consonant_run: 5 }],
  ])('of %s', (text, expected) => {
    expect(named(text)).toMatchObject(closely(expected));
  });

  it('tells random folders from words', () => {
    const { path_unlikeliness: words = 0 } = named('a.example/recipes/chocolate');
    const { path_unlikeliness: noise = 0 } = named('a.example/qzxkvj/wptjhk');
    expect(noise).toBeGreaterThan(words + 1.5);
  });
});

describe('host', () => {
  it.each<[string, Expected]>([
    [
      'my-shop-24.example.co.jp',
      { domain_hyphens: 0, subdomain_hyphens: 2, subdomain_digits: 2, suffix_labels: 2 },
    ],
    [
      'a1b2-c.example',
      { domain_alternations: 3, domain_digit_ratio: 1 / 3, domain_hyphens: 1, longest_label: 7 },
    ],
    ['example.co.jp', { suffix_country: 1, suffix_recent: 0 }],
    ['example.com', { suffix_country: 0, suffix_recent: 0, subdomain_unlikeliness: 0 }],
    ['example.xyz', { suffix_country: 0, suffix_recent: 1, suffix_labels: 1 }],
    ['evil.pages.dev', { suffix_recent: 1, suffix_labels: 2 }],
    ['http://[2001:db8::1]/', { host_is_ip: 1, host_is_ipv6: 1, host_ip_disguised: 0, suffix_labels: 0 }],
    ['http://[::ffff:127.0.0.1]/', { host_is_ip: 1, host_is_ipv6: 1, host_ip_disguised: 1 }],
    ['http://[64:ff9b::7f00:1]/', { host_ip_disguised: 1 }],
    [
      'http://017700000001/',
      { host_is_ip: 1, host_is_ipv6: 0, host_ip_disguised: 1, host_digit_ratio: 6 / 9 },
    ],
    ['http://\u0440aypal.com/', { host_mixed_scripts: 1, host_punycode_labels: 1 }],
    ['http://\u043f\u0440\u0438\u043c\u0435\u0440.com/', { host_mixed_scripts: 0, host_punycode_labels: 1 }],
  ])('of %s', (text, expected) => {
    expect(named(text)).toMatchObject(closely(expected));
  });

  it('tells random names from chosen ones', () => {
    const chosen = named('sparkasse.example');
    const random = named('kvnruld.example');
    expect(random.domain_unlikeliness).toBeGreaterThan((chosen.domain_unlikeliness ?? 0) + 1);
    expect(random.domain_rarest_letter).toBeGreaterThan(chosen.domain_rarest_letter ?? 0);
    expect(named('kvnruld.sparkasse.example').subdomain_unlikeliness).toBe(
      named('kvnruld.example').domain_unlikeliness,
    );
  });
});

describe('lexical', () => {
  const address = Buffer.from('someone@firm.example').toString('base64').replaceAll('=', '');
  it.each<[string, Expected]>([
    [
      'a.example/xy',
      { tokens: 3, mean_token: 10 / 3, capital_ratio: 0, codes: 0, code_ratio: 0, code_in_host: 0 },
    ],
    ['a.example/AB', { capital_ratio: 0.2 }],
    ['a.example/9f8e7d6c5b4a39281706', { codes: 1, code_ratio: 20 / 21, code_in_host: 0 }],
    ['9f8e7d6c5b4a39281706.example/a', { codes: 0, code_in_host: 1 }],
    ['a.example/?e=me@firm.example', { mail_address: 1, mail_address_encoded: 0 }],
    ['a.example/me%40firm.example', { mail_address: 1 }],
    [`a.example/#${address}`, { mail_address: 0, mail_address_encoded: 1 }],
    ['a.example/@handle', { mail_address: 0 }],
  ])('of %s', (text, expected) => {
    expect(named(text)).toMatchObject(closely(expected));
  });
});

describe('words', () => {
  it.each<[string, Expected]>([
    ['a.example/iniciar-sesion', { sign_in_words: 1 }],
    ['a.example/x?next=anmelden', { sign_in_words: 1 }],
    ['a.example/colis/suivi', { delivery_words: 1 }],
    [
      'secure-login.example',
      { sensitive_words_in_host: 2, sensitive_words_in_domain: 2, sign_in_subdomain: 0 },
    ],
    ['login.example.com', { sensitive_words_in_host: 1, sensitive_words_in_domain: 0, sign_in_subdomain: 1 }],
    ['login.bank-konto.com', { sign_in_subdomain: 0 }],
    ['docs.example.com', { sign_in_subdomain: 0, sensitive_words_in_host: 0, reading_subdomain: 1 }],
    ['docs-login.example.com', { sign_in_subdomain: 1, reading_subdomain: 0 }],
    ['example.com/blog/2024/recipes', { reading_words: 2, reading_subdomain: 0 }],
  ])('of %s', (text, expected) => {
    expect(named(text)).toMatchObject(expected);
  });
});

describe('files', () => {
  it.each<[string, Expected]>([
    ['a.example/invoice.pdf.html', { file_named: 1, file_page: 1, file_double_extension: 1 }],
    ['a.example/jquery.min.js', { file_named: 1, file_double_extension: 0, file_script: 0 }],
    ['a.example/update.apk', { file_download: 1 }],
    ['a.example/v1.2/notes', { file_named: 0 }],
    ['a.example/js/login.php', { page_among_assets: 1, file_script: 1 }],
    ['a.example/images/logo.png', { page_among_assets: 0, file_named: 1 }],
    ['a.example/wp-includes/x/', { server_internals: 1 }],
    ['a.example/.well-known/pki/', { server_internals: 1, hidden_folder: 1 }],
    ['a.example/~user/', { user_folder: 1, hidden_folder: 0 }],
    ['a.example/%7Euser/', { user_folder: 1 }],
  ])('of %s', (text, expected) => {
    expect(named(text)).toMatchObject(expected);
  });
});

describe('disagreement', () => {
  it.each<[string, Expected]>([
    ['http://bank.com@evil.example@real.example/', { at_signs_before_host: 2, host_read_differently: 1 }],
    [
      'http://evil.example\\@bank.com/',
      { host_read_differently: 1, at_signs_before_host: 0, at_signs_behind_host: 1 },
    ],
    ['http:///evil.example/', { slashes_irregular: 1 }],
    ['a.example/x%2Fy%5c%40?u=http%3A%2F%2Fb', { encoded_delimiters: 3, encoded_twice: 0 }],
    ['a.example/%252e%252E/?x=%2541', { encoded_twice: 3 }],
    ['a.example/%25', { encoded_twice: 0 }],
    ['a.example/x/%2e%2e/y', { path_read_differently: 1, host_read_differently: 0 }],
  ])('of %s', (text, expected) => {
    expect(named(text)).toMatchObject(expected);
  });

  it('says so', () => {
    const url = parseUrl('http://evil.example\\@bank.com/');
    if (isUrlProblem(url)) throw new Error(url.code);
    expect(describeReason('host_read_differently', 1, url)).toBe(
      'Other programs than browsers read another host than `evil.example`',
    );
    expect(describeReason('at_signs_behind_host', 1, url)).toBe('1 `@` sign behind the host');
    expect(describeReason('encoded_twice', 2, url)).toBe('The URL has 2 characters that are encoded twice');
  });
});

/** Rows hold 32-bit numbers. */
function closely(expected: Expected): Expected {
  return Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, Math.fround(value)]));
}
