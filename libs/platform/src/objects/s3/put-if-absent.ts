import { randomUUID } from 'node:crypto';
import {
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { corruptError } from '../object-rules.js';
import type { ObjectInfo, PutResult } from '../objects.js';
import { isMissing, isPresent, isRace } from './s3-failure.js';
import type { SpooledBody } from './spooled-body.js';

export const SHA256 = 'weir-sha256';
const PUT = 'weir-put';

/** The least that S3 takes, because each part under way is in memory, twice while it is put together. */
const PART_BYTES = 5 * 1024 * 1024;
/** S3 allows 10,000. */
const MAX_PARTS = 9_000;
const RACES = 5;

/** An object's place, and the client that reaches it. */
export interface Place {
  readonly client: S3Client;
  readonly Bucket: string;
  readonly Key: string;
}

interface FoundObject extends ObjectInfo {
  /** Names the put that made it. */
  readonly put: string | undefined;
}

export async function find({ client, Bucket, Key }: Place): Promise<FoundObject | null> {
  try {
    const { ContentLength: size = 0, Metadata } = await client.send(new HeadObjectCommand({ Bucket, Key }));
    const sha256 = Metadata?.[SHA256];
    if (sha256 === undefined) throw unrecorded(Key);
    return { key: Key, size, sha256, put: Metadata?.[PUT] };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

export const unrecorded = (key: string) =>
  corruptError(key, 'it has no recorded SHA-256, so Weir did not write it');

/** Puts on the condition that nothing stands at the key, and says whose object stands there afterwards. */
export async function putIfAbsent(place: Place, body: SpooledBody): Promise<PutResult> {
  const token = randomUUID();
  // A multipart upload's condition is checked when its parts are joined: spare the transfer where it must fail.
  const early = Buffer.isBuffer(body.content) ? null : await find(place);
  if (early !== null) return result(early, token);
  for (let attempt = 1; ; attempt++) {
    try {
      await send(place, body, token);
      return { key: place.Key, size: body.size, sha256: body.sha256, created: true };
    } catch (error) {
      if (!isPresent(error) && !isRace(error)) throw error;
      const standing = await find(place);
      if (standing !== null) return result(standing, token);
      if (attempt === RACES) throw error;
    }
  }
}

/** The object found may be our own, put by an attempt whose answer was lost. */
function result({ put, ...info }: FoundObject, token: string): PutResult {
  return { ...info, created: put === token };
}

async function send(place: Place, { content, size, sha256 }: SpooledBody, token: string): Promise<void> {
  const { client, Bucket, Key } = place;
  const params: PutObjectCommandInput = {
    Bucket,
    Key,
    IfNoneMatch: '*',
    ContentType: 'application/octet-stream',
    Metadata: { [SHA256]: sha256, [PUT]: token },
  };
  if (Buffer.isBuffer(content)) {
    await client.send(new PutObjectCommand({ ...params, Body: content, ContentLength: size }));
    return;
  }
  const partSize = Math.max(PART_BYTES, Math.ceil(size / MAX_PARTS));
  const Body = content();
  try {
    await new Upload({ client, params: { ...params, Body }, partSize, queueSize: 2 }).done();
  } finally {
    Body.destroy();
  }
}
