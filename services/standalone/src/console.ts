import type { RunView } from './gateway-client.js';

/** What a person reads at the start; everything else is in the log file. */
export class Console {
  #line = '';

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly isTerminal: boolean,
  ) {}

  say(text = ''): void {
    this.#clear();
    this.stream.write(`${text}\n`);
  }

  /** The state of a run: one line that is written over on a terminal, a line for each change elsewhere. */
  progress(run: RunView): void {
    const line = describe(run);
    if (line === this.#line) return;
    if (this.isTerminal) {
      this.#clear();
      this.stream.write(line.slice(0, (this.stream.columns ?? 80) - 1));
    } else if (stageOf(line) !== stageOf(this.#line)) {
      this.stream.write(`${line}\n`);
    }
    this.#line = line;
  }

  #clear(): void {
    if (this.isTerminal && this.#line !== '') this.stream.write('\r\u001b[2K');
    this.#line = '';
  }
}

function stageOf(line: string): string {
  return line.split(':')[0] ?? '';
}

function describe(run: RunView): string {
  const running = Object.entries(run.stages).findLast(([, stage]) => stage !== undefined);
  if (running === undefined) return `${run.schema} queued: waiting`;
  const [name, stage] = running;
  return `${run.schema} ${name}: ${stage?.message ?? ''}`;
}
