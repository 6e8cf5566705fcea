// The labelled URLs that the starter model learns from: those collected elsewhere, and those shipped with the project.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { isUrlProblem, parseUrl, registrableDomain } from '@weir/url-features';
import { parse } from 'csv-parse/sync';
import { brandSites } from './brand-sites.mjs';
import { homographs } from './homographs.mjs';

const DATASETS = fileURLToPath(new URL('../../datasets/', import.meta.url));

/** Where each file's rows come in: `old` benign links have no date, `modern` ones are of the 2020s. */
const FILES = [
  { kind: 'labelled', file: 'urls-labelled.csv.gz', shipped: false },
  { kind: 'modern', file: 'urls-benign-modern.csv.gz', shipped: false },
  { kind: 'collected', file: 'urls-benign-links.csv.gz', shipped: true },
  { kind: 'sign-in', file: 'urls-sign-in.csv.gz', shipped: true },
];

/**
 * Half of the collected links are bare homepages, as nothing else in the data is: as many as there are, they teach that
 * a name without a path is harmless. One site in six keeps its own. Sign-in pages are few and asked about often: each
 * is taught three times.
 */
const HOMEPAGES_KEPT = 6;
const SIGN_IN_TIMES = 3;

/** The rows as they are taught. */
export function asTaught(rows) {
  return rows.flatMap((row) => {
    if (row.kind === 'sign-in') return new Array(SIGN_IN_TIMES).fill(row);
    const isHomepage = row.kind === 'collected' && row.parsed.canonical === row.parsed.host;
    return isHomepage && partOf(row.domain, HOMEPAGES_KEPT) !== 0 ? [] : [row];
  });
}

/** One of `parts`, 0 to `parts - 1`, by a name alone. */
export function partOf(name, parts) {
  return createHash('md5').update(name).digest().readUInt32BE(0) % parts;
}

const TEXT_COLUMNS = ['url', 'source', 'date'];

/**
 * Every readable row, in the order of the files: `{url, label, source, date, split, kind, domain}`, and the SHA-256 of
 * the files together.
 */
export function readLabelledUrls(folder) {
  const hash = createHash('sha256');
  const rows = FILES.flatMap(({ kind, file, shipped }) => {
    const path = join(shipped ? DATASETS : folder, file);
    if (!existsSync(path))
      throw new Error(`there is no ${path}: name the folder of ${basename(file)} with --data`);
    const text = gunzipSync(readFileSync(path));
    hash.update(text);
    return parse(text, { columns: true }).map((row) => ({ ...row, kind }));
  });
  const brands = brandSites().map((row) => ({ ...row, kind: 'brand' }));
  const madeUp = homographs().map((row) => ({ ...row, kind: 'homograph' }));
  hash.update(JSON.stringify([brands, madeUp]));
  return { rows: [...rows, ...brands, ...madeUp].flatMap(withDomain), sha256: hash.digest('hex') };
}

function withDomain(row) {
  const parsed = parseUrl(row.url);
  return isUrlProblem(parsed) ? [] : [{ ...row, domain: registrableDomain(parsed), parsed }];
}

/** A snapshot of the rows, as a training reads one. */
export function snapshotOf(rows) {
  const chunk = {
    rows: rows.length,
    features: new Float32Array(0),
    text: Object.fromEntries(TEXT_COLUMNS.map((column) => [column, rows.map((row) => row[column] || null)])),
    labels: Int32Array.from(rows, ({ label }) => (label === 'phishing' ? 0 : 1)),
  };
  return {
    manifest: { rows: rows.length, textColumns: TEXT_COLUMNS, splitSeed: 0 },
    reader: {
      async *chunks() {
        yield chunk;
      },
    },
  };
}
