import type { RawRecord, SeenVerdict, SubmittedUrl } from '../judges/index.js';
import { ID_HEADER, MALFORMED_HEADER } from '../load/submissions.js';
import type { ReadRecord } from '../topics/read-topic.js';

/** What stood in `urls.submitted`. */
export interface Input {
  /** Of all records, malformed ones among them. */
  readonly ids: ReadonlySet<string>;
  readonly urls: readonly SubmittedUrl[];
  readonly malformed: readonly RawRecord[];
}

export function inputOf(records: readonly ReadRecord[]): Input {
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

/** Throws where a verdict cannot be read: that alone is a fault. */
export function seenVerdict({ partition, offset, key, value }: ReadRecord): SeenVerdict {
  const { id, url, model, classifiedAt } = JSON.parse(String(value)) as {
    readonly id: string;
    readonly url: string;
    readonly model: { readonly version: number };
    readonly classifiedAt: string;
  };
  return { id, url, key, partition, offset, version: model.version, classifiedAt: Date.parse(classifiedAt) };
}

/** The place in `urls.submitted` that a record of `urls.rejected` names. */
export function rejectedRecord({ value, headers }: ReadRecord): RawRecord {
  return {
    partition: Number(headers.partition),
    offset: BigInt(headers.offset ?? -1),
    bytes: bytesOf(value),
  };
}

function bytesOf(value: Buffer | null): string {
  return value === null ? 'none' : `latin1:${value.toString('latin1')}`;
}
