import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { encodeArtifact } from '@weir/learning';
import type { ServedModel } from '../model-slot/index.js';
import type { ScoresMessage } from './scores-message.js';
import { joinUrls, type ThreadReply, type ThreadRequest } from './thread-protocol.js';

/** The built thread, found by name so that it is found from the sources under test as well as from the build. */
const THREAD_FILE = createRequire(import.meta.url).resolve('@weir/inference/scoring-thread');
/** Champion, the one before it while batches of it are under way, and one more. */
const MOST_MODELS = 3;
/** What a batch leaves behind dies with it: with room for some batches little of it is ever copied. */
const YOUNG_MB = 48;

interface Waiting {
  readonly resolve: (scores: ScoresMessage) => void;
  readonly reject: (reason: unknown) => void;
}

/** A thread that scores batches in the order given. Begins with its first batch, and anew after a crash. */
export class ScoringThread {
  #worker: Worker | undefined;
  /** What the thread holds, the longest unused first. */
  readonly #models = new Map<ServedModel, number>();
  readonly #waiting = new Map<number, Waiting>();
  #nextKey = 0;
  #nextBatch = 0;

  /** Batches under way. */
  get load(): number {
    return this.#waiting.size;
  }

  /** Rejects where the thread ends before it answers. */
  score(model: ServedModel, urls: readonly string[]): Promise<ScoresMessage> {
    return new Promise((resolve, reject) => {
      const batch = this.#nextBatch++;
      const key = this.#keyOf(model);
      this.#waiting.set(batch, { resolve, reject });
      this.#tell({ kind: 'score', batch, key, ...joinUrls(urls) });
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #keyOf(model: ServedModel): number {
    const known = this.#worker === undefined ? undefined : this.#models.get(model);
    const key = known ?? this.#nextKey++;
    if (known === undefined) this.#tell({ kind: 'model', key, artifact: encodeArtifact(model.artifact) });
    this.#models.delete(model);
    this.#models.set(model, key);
    if (this.#models.size > MOST_MODELS) this.#forgetOldest();
    return key;
  }

  #forgetOldest(): void {
    const [oldest] = this.#models;
    if (oldest === undefined) return;
    this.#models.delete(oldest[0]);
    this.#tell({ kind: 'forget', key: oldest[1] });
  }

  #tell(request: ThreadRequest): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(request);
  }

  #start(): Worker {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
    const worker = new Worker(THREAD_FILE, { execArgv: [], resourceLimits });
    worker.unref();
    worker.on('message', (reply: ThreadReply) => this.#hear(reply));
    worker.on('error', (error) => this.#ended(worker, error));
    worker.on('exit', (code) => this.#ended(worker, new Error(`a scoring thread ended with ${code}`)));
    return worker;
  }

  #hear(reply: ThreadReply): void {
    const waiting = this.#waiting.get(reply.batch);
    this.#waiting.delete(reply.batch);
    if ('failure' in reply) waiting?.reject(new Error(`a scoring thread failed: ${reply.failure}`));
    else waiting?.resolve(reply.scores);
  }

  /** The batches under way are handed over again by the bus; the next one begins a new thread. */
  #ended(worker: Worker, reason: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#models.clear();
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}
