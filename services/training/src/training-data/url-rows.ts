import { setImmediate } from 'node:timers/promises';
import type { RowSample } from '@weir/drift';
import type { Matrix, TermRows } from '@weir/learning';
import type { SnapshotManifest, SnapshotReader } from '@weir/platform';
import {
  extractUrlFeatures,
  forgetReputation,
  hashTerms,
  isUrlProblem,
  type ParsedUrl,
  parseUrl,
  registrableDomain,
  TERM_BLOCK_SIZE,
  TERM_BLOCKS,
  TERM_HASHING,
  TermBuffer,
  urlFeatureNames,
} from '@weir/url-features';
import { populationSample } from './population-sample.js';
import { weightsByAge, yearOf } from './row-weights.js';
import { sharedMatrix } from './shared-matrix.js';
import { isTaughtUnlisted } from './unknown-sites.js';

const SLICE_ROWS = 2_000;
const DATE_COLUMN = 'date';
/** Terms of a URL, generously: memory that is not written to costs nothing. */
const TERMS_PER_ROW = 160;

export interface UrlRows {
  readonly featureNames: readonly string[];
  readonly matrix: Matrix;
  readonly labels: Int32Array;
  /** One number for each registrable domain. */
  readonly groups: Int32Array;
  /** How much each row counts; undefined where all count alike. */
  readonly weights: Float64Array | undefined;
  /** Hashed terms of each row, about 600 bytes a row. */
  readonly terms: TermRows;
  /** Rows as a stream gives them, every site known as it is. */
  readonly population: RowSample;
  readonly skipped: number;
}

/** The labelled URLs of a snapshot as features and terms of their text, in their order. */
export async function readUrlRows(
  reader: Pick<SnapshotReader, 'chunks'>,
  manifest: SnapshotManifest,
  column: string,
  positive: number,
): Promise<UrlRows> {
  const rows = new UrlRowsBuilder(manifest.rows, manifest.splitSeed);
  for await (const chunk of reader.chunks(manifest)) {
    const urls = chunk.text[column] ?? [];
    const dates = chunk.text[DATE_COLUMN] ?? [];
    for (let row = 0; row < chunk.rows; row++) {
      // Lets the process answer others: a chunk of URLs takes seconds.
      if (row % SLICE_ROWS === 0) await setImmediate();
      const label = chunk.labels[row] ?? -1;
      const parsed = parseUrl(urls[row] ?? '');
      if (label >= 0 && !isUrlProblem(parsed)) rows.add(parsed, label, yearOf(dates[row]));
    }
  }
  return rows.build(positive);
}

class UrlRowsBuilder {
  private readonly width = urlFeatureNames.length;
  private readonly values: Float32Array;
  private readonly labels: Int32Array;
  private readonly groups: Int32Array;
  private readonly years: Int16Array;
  private readonly offsets: Float64Array;
  private readonly terms: TermBuffer;
  private readonly domains = new Map<string, number>();
  private readonly population: RowSample;
  private rows = 0;

  constructor(
    private readonly capacity: number,
    seed: number,
  ) {
    this.population = populationSample(urlFeatureNames, seed);
    this.values = sharedMatrix(capacity, this.width);
    this.labels = new Int32Array(capacity);
    this.groups = new Int32Array(capacity);
    this.years = new Int16Array(capacity);
    this.offsets = new Float64Array(new SharedArrayBuffer((capacity + 1) * Float64Array.BYTES_PER_ELEMENT));
    this.terms = new TermBuffer(capacity * TERMS_PER_ROW, sharedIds);
  }

  add(parsed: ParsedUrl, label: number, year: number): void {
    const row = this.rows++;
    const domain = registrableDomain(parsed);
    extractUrlFeatures(parsed, this.values, row * this.width);
    this.population.add(this.values, 1, row * this.width);
    if (isTaughtUnlisted(domain)) forgetReputation(this.values, row * this.width);
    hashTerms(parsed, this.terms);
    this.offsets[row + 1] = this.terms.length;
    this.labels[row] = label;
    this.years[row] = year;
    this.groups[row] = numberOf(this.domains, domain);
  }

  build(positive: number): UrlRows {
    const { rows, width } = this;
    const labels = this.labels.subarray(0, rows);
    return {
      featureNames: urlFeatureNames,
      matrix: { rows, columns: width, values: this.values.subarray(0, rows * width) },
      labels,
      groups: this.groups.subarray(0, rows),
      weights: weightsByAge(this.years.subarray(0, rows), labels, positive),
      terms: {
        hashing: TERM_HASHING,
        blocks: TERM_BLOCKS,
        blockSize: TERM_BLOCK_SIZE,
        offsets: this.offsets.subarray(0, rows + 1),
        ids: this.terms.ids.subarray(0, this.terms.length),
      },
      population: this.population,
      skipped: this.capacity - rows,
    };
  }
}

function sharedIds(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
