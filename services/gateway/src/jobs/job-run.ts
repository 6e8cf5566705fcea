import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { VERDICTS } from '@weir/contracts';
import { OBJECTS, type Objects, traceparentFor } from '@weir/platform';
import { MAX_UPLOAD_BYTES } from '../http/upload.js';
import { csvSource } from '../predictions/input/csv/csv-source.js';
import { unpacked } from '../predictions/input/unpacked.js';
import { writerOf } from '../predictions/output/index.js';
import { planScoring } from '../predictions/plan/columns.js';
import { type PredictedBatch, Predictor } from '../predictions/predictor.js';
import { KnownSchemas } from '../schemas/known-schemas.js';
import type { JobHolder } from './job-holder.js';
import { inputKey, NO_COUNTS, type PredictionJob, resultKey } from './prediction-job.js';

/** Reads a job's upload, has it scored, and keeps the answer as CSV. */
@Injectable()
export class JobRun {
  constructor(
    @Inject(OBJECTS) private readonly objects: Objects,
    private readonly schemas: KnownSchemas,
    private readonly predictor: Predictor,
  ) {}

  /** What the job ends with. Rejects as the same upload would be refused at once; nothing is kept then. */
  async run(holder: JobHolder): Promise<Partial<PredictionJob>> {
    const { id, attempt } = holder.job;
    const tally = new JobTally(holder);
    await this.objects.put(resultKey(id, attempt), Readable.from(this.#pieces(holder, tally)));
    return tally.end();
  }

  async *#pieces(holder: JobHolder, tally: JobTally): AsyncGenerator<string | Buffer> {
    const schema = this.schemas.require(holder.job.schema);
    const source = await csvSource(
      unpacked(await this.objects.get(inputKey(holder.job.id)), MAX_UPLOAD_BYTES),
    );
    try {
      const plan = planScoring(schema, source.columns);
      const writer = writerOf('text/csv', { schema: schema.name, columns: source.columns });
      const trace = { traceparent: traceparentFor({ headers: {} }) };
      yield writer.begin();
      for await (const batch of this.predictor.predict({ schema, source, plan, trace })) {
        holder.lost.throwIfAborted();
        tally.add(batch);
        yield writer.batch(batch);
      }
      holder.lost.throwIfAborted();
    } finally {
      await source.close();
    }
  }
}

class JobTally {
  readonly #counts = { ...NO_COUNTS };
  #done = 0;
  #model: PredictionJob['model'];

  constructor(private readonly holder: JobHolder) {}

  add({ rows, scores }: PredictedBatch): void {
    this.#done += rows;
    this.#model = scores.model;
    for (const verdict of scores.verdicts) this.#counts[VERDICTS[verdict] as (typeof VERDICTS)[number]] += 1;
    this.holder.tell(this.#progress());
  }

  end(): Partial<PredictionJob> {
    return { ...this.#progress(), state: 'succeeded', total: this.#done, message: `${this.#done} rows` };
  }

  #progress(): Partial<PredictionJob> {
    const { total } = this.holder.job;
    return {
      done: this.#done,
      // Lines are a guess at rows.
      ...(total > 0 && total < this.#done ? { total: this.#done } : {}),
      counts: { ...this.#counts },
      ...(this.#model === undefined ? {} : { model: this.#model }),
    };
  }
}
