import { setImmediate } from 'node:timers/promises';
import type { Matrix } from '@weir/learning';
import type { SnapshotManifest, SnapshotReader } from '@weir/platform';
import {
  extractUrlFeatures,
  isUrlProblem,
  parseUrl,
  registrableDomain,
  urlFeatureNames,
} from '@weir/url-features';
import { sharedMatrix } from './shared-matrix.js';

const SLICE_ROWS = 2_000;

export interface UrlRows {
  readonly featureNames: readonly string[];
  readonly matrix: Matrix;
  readonly labels: Int32Array;
  /** One number for each registrable domain. */
  readonly groups: Int32Array;
  readonly skipped: number;
}

/** The labelled URLs of a snapshot as features of their text, in their order. */
export async function readUrlRows(
  reader: Pick<SnapshotReader, 'chunks'>,
  manifest: SnapshotManifest,
  column: string,
): Promise<UrlRows> {
  const width = urlFeatureNames.length;
  const values = sharedMatrix(manifest.rows, width);
  const labels = new Int32Array(manifest.rows);
  const groups = new Int32Array(manifest.rows);
  const domains = new Map<string, number>();
  let rows = 0;
  for await (const chunk of reader.chunks(manifest)) {
    const urls = chunk.text[column] ?? [];
    for (let row = 0; row < chunk.rows; row++) {
      // Lets the process answer others: a chunk of URLs takes seconds.
      if (row % SLICE_ROWS === 0) await setImmediate();
      const label = chunk.labels[row] ?? -1;
      const parsed = parseUrl(urls[row] ?? '');
      if (label < 0 || isUrlProblem(parsed)) continue;
      extractUrlFeatures(parsed, values, rows * width);
      labels[rows] = label;
      groups[rows++] = numberOf(domains, registrableDomain(parsed));
    }
  }
  return {
    featureNames: urlFeatureNames,
    matrix: { rows, columns: width, values: values.subarray(0, rows * width) },
    labels: labels.subarray(0, rows),
    groups: groups.subarray(0, rows),
    skipped: manifest.rows - rows,
  };
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
