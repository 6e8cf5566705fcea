import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type FeatureSchema, VERDICTS, type Verdict } from '@weir/contracts';
import { OBJECTS, type Objects, WeirError } from '@weir/platform';
import { BlockReader } from '../predictions/input/csv/block-reader.js';
import { CsvScanner } from '../predictions/input/csv/csv-scanner.js';
import { type OutputType, writerOf } from '../predictions/output/index.js';
import type { PredictedBatch } from '../predictions/predictor.js';
import { KnownSchemas } from '../schemas/known-schemas.js';
import { type PredictionJob, resultKey } from './prediction-job.js';

/** Members of the result that are not the upload's own. */
const ADDED = 3;
const ROWS = 2_000;

/** A finished job's answer in the form asked for, made of the CSV that is kept. */
@Injectable()
export class JobResult {
  constructor(
    @Inject(OBJECTS) private readonly objects: Objects,
    private readonly schemas: KnownSchemas,
  ) {}

  /** Throws `WEIR_JOB_UNFINISHED`; of a job that failed, its own error. */
  async open(job: PredictionJob, type: OutputType): Promise<Readable> {
    if (job.state === 'failed') throw failureOf(job);
    if (job.state !== 'succeeded')
      throw new WeirError('WEIR_JOB_UNFINISHED', `The job is ${job.state}: ${job.done} of ${job.total} rows`);
    const csv = await this.objects.get(resultKey(job.id, job.attempt));
    if (type === 'text/csv') return csv;
    return Readable.from(pieces(csv, job, this.schemas.require(job.schema), type), { objectMode: false });
  }
}

function failureOf({ error }: PredictionJob): WeirError {
  const { code = 'WEIR_INTERNAL', message = 'The job failed', errors } = error ?? {};
  const context = errors === undefined ? {} : { errors };
  return new WeirError(code as WeirError['code'], message, { context });
}

async function* pieces(
  csv: Readable,
  job: PredictionJob,
  schema: FeatureSchema,
  type: OutputType,
): AsyncGenerator<string | Buffer> {
  const records = recordsOf(csv);
  const header = (await records.next()).value as string[];
  const columns = header.slice(0, -ADDED);
  const urlColumn = schema.input.kind === 'url' ? columns.indexOf(schema.input.column) : -1;
  const writer = writerOf(type, { schema: schema.name, columns, ...(urlColumn < 0 ? {} : { urlColumn }) });
  yield writer.begin();
  let rows: string[][] = [];
  for await (const record of records) {
    rows.push(record);
    if (rows.length < ROWS) continue;
    yield writer.batch(batchOf(rows, job, schema));
    rows = [];
  }
  if (rows.length > 0) yield writer.batch(batchOf(rows, job, schema));
  yield writer.end();
}

async function* recordsOf(csv: Readable): AsyncGenerator<string[]> {
  const reader = new BlockReader(csv);
  const scanner = new CsvScanner(0x0a);
  try {
    for (let isLast = false; !isLast; ) {
      const block = await reader.next(scanner.bytes.subarray(scanner.at), scanner.line);
      scanner.load(block.bytes, block.isLast);
      while (scanner.next()) yield scanner.texts();
      isLast = block.isLast;
    }
  } finally {
    await reader.stop();
  }
}

function batchOf(
  rows: readonly string[][],
  { model }: PredictionJob,
  { label }: FeatureSchema,
): PredictedBatch {
  const labels = label.classes.map(({ value }) => value);
  const texts = labels.map(String);
  const added = (row: readonly string[], index: number) => row.at(index - ADDED) ?? '';
  return {
    first: 1,
    rows: rows.length,
    asked: [],
    where: () => '',
    cells: (row) => rows[row]?.slice(0, -ADDED) ?? [],
    scores: {
      model: model ?? { name: '', version: 0 },
      labels,
      rows: rows.length,
      classes: Uint8Array.from(rows, (row) => texts.indexOf(added(row, 0))),
      verdicts: Uint8Array.from(rows, (row) => VERDICTS.indexOf(added(row, 1) as Verdict)),
      probabilities: Float32Array.from(rows, (row) => Number(added(row, 2))),
    },
  };
}
