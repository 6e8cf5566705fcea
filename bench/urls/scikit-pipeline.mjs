import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('python/pipeline.py', import.meta.url));

/** The pipeline in a Python process: fitted once, then measured whenever a round is asked for, and idle between. */
export class ScikitPipeline {
  #child;
  #answers;
  #complaints = '';

  static async using(python, problemFile, work) {
    const pipeline = new ScikitPipeline(python, problemFile);
    try {
      const { seconds, rocAuc } = await pipeline.#next();
      pipeline.fitSeconds = seconds;
      pipeline.rocAuc = rocAuc;
      return await work(pipeline);
    } finally {
      await pipeline.#end();
    }
  }

  constructor(python, problemFile) {
    this.#child = spawn(python, ['-B', SCRIPT, problemFile], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stderr.on('data', (chunk) => (this.#complaints += chunk));
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Milliseconds of one URL, p50 and p99, and URLs a second in batches, by the clock and of processor time. */
  round() {
    this.#child.stdin.write('round\n');
    return this.#next();
  }

  async #next() {
    const { value, done } = await this.#answers.next();
    if (done) throw new Error(`the pipeline ended: ${this.#complaints.trim().slice(-1500)}`);
    return JSON.parse(value);
  }

  async #end() {
    const { exitCode, signalCode } = this.#child;
    if (exitCode !== null || signalCode !== null) return;
    this.#child.stdin.end();
    await once(this.#child, 'exit');
  }
}
