import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { type Paint, painter } from './paint.js';
import { type Column, table } from './table.js';

export interface OutputStream extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface OutputWishes {
  readonly json: boolean;
  readonly colourRefused: boolean;
  readonly environment: NodeJS.ProcessEnv;
}

const DEFAULT_WIDTH = 100;

/** Results go to standard output, everything else to standard error. */
export class Output {
  /** Results as JSON, one document a line. */
  readonly json: boolean;
  readonly paint: Paint;
  readonly paintNotes: Paint;

  constructor(
    private readonly out: OutputStream,
    private readonly notes: OutputStream,
    { json, colourRefused: refused, environment }: OutputWishes,
  ) {
    this.json = json;
    this.paint = painter({ refused, environment, isTerminal: out.isTTY === true });
    this.paintNotes = painter({ refused, environment, isTerminal: notes.isTTY === true });
  }

  /** Whether somebody watches standard error: progress is for them. */
  get isWatched(): boolean {
    return this.notes.isTTY === true;
  }

  get width(): number {
    return this.out.columns ?? DEFAULT_WIDTH;
  }

  get noteWidth(): number {
    return this.notes.columns ?? DEFAULT_WIDTH;
  }

  /** Waits where whoever reads it is slower. */
  async write(data: string | Uint8Array): Promise<void> {
    if (!this.out.write(data)) await once(this.out, 'drain');
  }

  async lines(lines: readonly string[]): Promise<void> {
    if (lines.length > 0) await this.write(`${lines.join('\n')}\n`);
  }

  /** Each of them as a line of JSON. */
  async documents(documents: readonly unknown[]): Promise<void> {
    await this.lines(documents.map((each) => JSON.stringify(each)));
  }

  async table(columns: readonly Column[], rows: readonly (readonly string[])[]): Promise<void> {
    // What is piped on is not cut: a program reads it.
    const width = this.out.isTTY === true ? this.width : Number.POSITIVE_INFINITY;
    const [head = '', ...rest] = table(columns, rows, width);
    await this.lines([this.paint('dim', head), ...rest]);
  }

  note(text: string): void {
    this.notes.write(`${text}\n`);
  }

  /** A piece of a line on standard error: progress. */
  draw(text: string): void {
    this.notes.write(text);
  }
}
