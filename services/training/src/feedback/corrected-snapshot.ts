import { setImmediate } from 'node:timers/promises';
import type { FeatureSchema } from '@weir/contracts';
import type { SnapshotChunk, SnapshotManifest, SnapshotReader } from '@weir/platform';
import { isUrlProblem, parseUrl } from '@weir/url-features';
import type { Corrections } from './corrections.js';

const SLICE_ROWS = 2_000;

/**
 * A snapshot of URLs as corrections leave it: the labels of the rows they dispute are gone, however often the URL stands
 * there and however it is spelled, and one row a correction follows.
 */
export class CorrectedSnapshot {
  /** The snapshot's, with the rows that follow. */
  readonly manifest: SnapshotManifest;
  #replaced: number[] = [];

  constructor(
    private readonly reader: Pick<SnapshotReader, 'chunks'>,
    private readonly base: SnapshotManifest,
    private readonly corrections: Corrections,
    private readonly schema: FeatureSchema,
  ) {
    this.manifest = { ...base, rows: base.rows + corrections.byCanonical.size };
  }

  /** Labelled rows that lost their label. Known once the chunks were read. */
  get replacedRows(): number {
    return this.#replaced.reduce((sum, rows) => sum + rows, 0);
  }

  /** Rows by class name, as a model is taught them. Known once the chunks were read. */
  get classCounts(): Record<string, number> {
    const labels = [...this.corrections.byCanonical.values()].map(({ label }) => label);
    return Object.fromEntries(
      this.schema.label.classes.map(({ name }, index) => {
        const added = labels.filter((label) => label === index).length;
        return [name, (this.base.classCounts[name] ?? 0) - (this.#replaced[index] ?? 0) + added];
      }),
    );
  }

  /** As {@link SnapshotReader.chunks} of the base, then the corrections. */
  async *chunks(): AsyncGenerator<SnapshotChunk, void, undefined> {
    this.#replaced = this.schema.label.classes.map(() => 0);
    for await (const chunk of this.reader.chunks(this.base)) {
      yield { ...chunk, labels: await this.#labelsLeft(chunk) };
    }
    yield this.#appended();
  }

  async #labelsLeft(chunk: SnapshotChunk): Promise<Int32Array> {
    const urls = chunk.text[this.schema.input.kind === 'url' ? this.schema.input.column : ''] ?? [];
    const labels = chunk.labels.slice();
    for (let row = 0; row < chunk.rows; row++) {
      // Lets the process answer others: a chunk of URLs takes seconds.
      if (row % SLICE_ROWS === 0) await setImmediate();
      const label = labels[row] ?? -1;
      if (label < 0 || !this.#isDisputed(urls[row])) continue;
      labels[row] = -1;
      this.#replaced[label] = (this.#replaced[label] ?? 0) + 1;
    }
    return labels;
  }

  #isDisputed(url: string | null | undefined): boolean {
    const parsed = parseUrl(url ?? '');
    return !isUrlProblem(parsed) && this.corrections.byCanonical.has(parsed.canonical);
  }

  #appended(): SnapshotChunk {
    const rows = [...this.corrections.byCanonical.values()];
    const { input } = this.schema;
    const column = input.kind === 'url' ? input.column : '';
    const texts: Record<string, readonly (string | null)[]> = Object.fromEntries(
      this.base.textColumns.map((name) => [name, rows.map(() => null)]),
    );
    return {
      rows: rows.length,
      features: new Float32Array(0),
      text: {
        ...texts,
        source: rows.map(() => 'feedback'),
        date: rows.map(({ at }) => at),
        [column]: rows.map(({ parsed }) => parsed.text),
      },
      labels: Int32Array.from(rows, ({ label }) => label),
    };
  }
}
