import { TOPICS } from '@weir/contracts';
import type { Kafka } from 'kafkajs';
import type { RawRecord, SeenVerdict, SubmittedUrl } from '../judges/index.js';
import { ID_HEADER, MALFORMED_HEADER } from '../load/submissions.js';
import { type CommittedRecords, type ReadRecord, readBetween, readToEnd } from '../topics/read-topic.js';
import { endsOf, type Offsets } from '../topics/topic-ends.js';

/** Where each topic ended before the round. */
export interface RoundBegin {
  readonly input: Offsets;
  readonly verdicts: Offsets;
  readonly rejected: Offsets;
}

/** What stands in the topics after a round. */
export interface Evidence extends Input {
  readonly verdicts: readonly SeenVerdict[];
  readonly rejected: readonly RawRecord[];
  /** Partitions of the outputs, by their topic, that readers of committed records cannot read to the end. */
  readonly stuck: readonly string[];
}

/** What stood in `urls.submitted`. */
export interface Input {
  /** Of all records, malformed ones among them. */
  readonly ids: ReadonlySet<string>;
  readonly urls: readonly SubmittedUrl[];
  readonly malformed: readonly RawRecord[];
}

/** Once nobody publishes any more. Throws where a verdict is no JSON: that alone is a fault. */
export async function readEvidence(kafka: Kafka, begin: RoundBegin, stallMs: number): Promise<Evidence> {
  const { urlsSubmitted, urlsVerdicts, urlsRejected } = TOPICS;
  const end = await inputEnd(kafka);
  const input = inputOf(await readBetween(kafka, urlsSubmitted.name, begin.input, end));
  const verdicts = await readToEnd(kafka, urlsVerdicts.name, begin.verdicts, stallMs);
  const rejected = await readToEnd(kafka, urlsRejected.name, begin.rejected, stallMs);
  const stuck = (topic: string, { stuck: partitions }: CommittedRecords) =>
    partitions.map((partition) => `${topic}, partition ${partition}`);
  return {
    ...input,
    verdicts: verdicts.records.map(seenVerdict),
    rejected: rejected.records.map(rejectedRecord),
    stuck: [...stuck(urlsVerdicts.name, verdicts), ...stuck(urlsRejected.name, rejected)],
  };
}

async function inputEnd(kafka: Kafka): Promise<Offsets> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await endsOf(admin, TOPICS.urlsSubmitted.name);
  } finally {
    await admin.disconnect();
  }
}

function inputOf(records: readonly ReadRecord[]): Input {
  const ids = new Set<string>();
  const urls: SubmittedUrl[] = [];
  const malformed: RawRecord[] = [];
  for (const { partition, offset, key, value, headers } of records) {
    const id = headers[ID_HEADER] ?? `of somebody else, at ${partition}/${offset}`;
    ids.add(id);
    if (headers[MALFORMED_HEADER] !== undefined) malformed.push({ partition, offset, bytes: bytesOf(value) });
    else urls.push({ id, key, partition, offset, url: (JSON.parse(String(value)) as { url: string }).url });
  }
  return { ids, urls, malformed };
}

function seenVerdict({ partition, offset, key, value }: ReadRecord): SeenVerdict {
  const { id, url, model, classifiedAt } = JSON.parse(String(value)) as {
    readonly id: string;
    readonly url: string;
    readonly model: { readonly version: number };
    readonly classifiedAt: string;
  };
  return { id, url, key, partition, offset, version: model.version, classifiedAt: Date.parse(classifiedAt) };
}

/** The place in `urls.submitted` that a record of `urls.rejected` names. */
function rejectedRecord({ value, headers }: ReadRecord): RawRecord {
  return {
    partition: Number(headers.partition),
    offset: BigInt(headers.offset ?? -1),
    bytes: bytesOf(value),
  };
}

function bytesOf(value: Buffer | null): string {
  return value === null ? 'none' : `latin1:${value.toString('latin1')}`;
}
