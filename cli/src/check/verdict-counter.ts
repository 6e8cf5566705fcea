import { emptyTally, type Tally } from './judged.js';

const VERDICT = /,(malicious|suspicious|safe),[^,"]*$/;

/**
 * Counts verdicts in the text of predicted rows as it passes: the last column but one. Quoted cells may hold line ends, so
 * a record ends with a line only where its quotes are even.
 */
export class VerdictCounter {
  readonly tally: Tally = emptyTally();
  #rest = '';

  feed(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    let record = '';
    for (const line of lines) {
      record = record === '' ? line : `${record}\n${line}`;
      if (!hasEvenQuotes(record)) continue;
      this.#count(record);
      record = '';
    }
    if (record !== '') this.#rest = `${record}\n${this.#rest}`;
  }

  end(): void {
    if (this.#rest !== '') this.#count(this.#rest);
    this.#rest = '';
  }

  #count(record: string): void {
    const verdict = VERDICT.exec(record)?.[1] as keyof Tally | undefined;
    if (verdict !== undefined) this.tally[verdict] += 1;
  }
}

function hasEvenQuotes(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 0;
}
