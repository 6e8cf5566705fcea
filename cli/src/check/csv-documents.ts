import { once } from 'node:events';
import { parse } from 'csv-parse';
import type { Sink } from '../output/file-sink.js';

/** Predicted rows as JSON, one a line: cells are texts, the probability is a number. */
export class CsvDocuments implements Sink {
  readonly #parser = parse({ columns: true, bom: true });
  readonly #written: Promise<void>;

  constructor(sink: Sink) {
    this.#written = this.#pass(sink);
    // Told by `end`.
    this.#written.catch(() => undefined);
  }

  async write(text: string): Promise<void> {
    if (!this.#parser.write(text)) await Promise.race([once(this.#parser, 'drain'), this.#written]);
  }

  async end(): Promise<void> {
    this.#parser.end();
    await this.#written;
  }

  async #pass(sink: Sink): Promise<void> {
    for await (const row of this.#parser as AsyncIterable<Record<string, string>>)
      await sink.write(`${JSON.stringify({ ...row, probability: Number(row.probability) })}\n`);
  }
}
