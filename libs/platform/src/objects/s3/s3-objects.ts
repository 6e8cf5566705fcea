import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { within } from '../../driver-failure/index.js';
import { missingError, namesOf, tooLargeError } from '../object-rules.js';
import type { ObjectInfo, Objects, PutResult } from '../objects.js';
import { collect, DEFAULT_MAX_BYTES, verified } from '../verified-stream.js';
import { find, type Place, putIfAbsent, SHA256, unrecorded } from './put-if-absent.js';
import { S3Bucket } from './s3-bucket.js';
import { type S3ConnectionOptions, s3ClientConfig } from './s3-client-config.js';
import { isMissing, toWeirError } from './s3-failure.js';
import { spool } from './spooled-body.js';

export interface S3ObjectsOptions extends S3ConnectionOptions {
  readonly bucket: string;
  /** Make the bucket if it is absent. Default true. */
  readonly createBucket?: boolean;
  /** Where streams larger than 5 MiB lie while they are hashed. Default: the system's folder for temporary files. */
  readonly spoolFolder?: string;
}

const CHECK_MS = 2_000;

/** Objects in an S3 bucket, their SHA-256 in the metadata. Needs no server at start. */
export class S3Objects implements Objects {
  private readonly client: S3Client;
  private readonly bucket: S3Bucket;
  private readonly bucketName: string;
  private readonly spoolFolder: string;
  private readonly secrets: readonly string[];

  constructor({ bucket, createBucket = true, spoolFolder = tmpdir(), ...connection }: S3ObjectsOptions) {
    this.client = new S3Client(s3ClientConfig(connection));
    this.bucket = new S3Bucket({ client: this.client, bucket, create: createBucket });
    this.bucketName = bucket;
    this.spoolFolder = spoolFolder;
    this.secrets = connection.credentials === undefined ? [] : [connection.credentials.secretAccessKey];
  }

  async put(key: string, body: Uint8Array | Readable): Promise<PutResult> {
    const place = this.at(key);
    const spooled = await spool(body, this.spoolFolder);
    try {
      return await this.run(() => putIfAbsent(place, spooled));
    } finally {
      await spooled.dispose();
    }
  }

  async head(key: string): Promise<ObjectInfo | null> {
    const place = this.at(key);
    const found = await this.run(() => find(place));
    return found && { key, size: found.size, sha256: found.sha256 };
  }

  async get(key: string, expected?: { readonly sha256: string }): Promise<Readable> {
    return (await this.open(key, expected?.sha256)).stream;
  }

  async read(
    key: string,
    expected: { readonly sha256?: string; readonly maxBytes?: number } = {},
  ): Promise<Buffer> {
    const { sha256, maxBytes = DEFAULT_MAX_BYTES } = expected;
    const { stream, size } = await this.open(key, sha256);
    if (size <= maxBytes) return collect(stream, key, maxBytes);
    stream.destroy();
    throw tooLargeError(key, maxBytes);
  }

  async delete(key: string): Promise<void> {
    const { Bucket, Key } = this.at(key);
    await this.run(
      async () => void (await this.client.send(new DeleteObjectCommand({ Bucket, Key }))),
      () => undefined,
    );
  }

  async check(): Promise<void> {
    const found = this.bucket.find(AbortSignal.timeout(CHECK_MS));
    try {
      await within(CHECK_MS + 100, found, () => new Error('no answer within 2 s'));
    } catch (error) {
      throw toWeirError(error, this.secrets);
    }
  }

  async close(): Promise<void> {
    this.client.destroy();
  }

  private async open(key: string, expected: string | undefined): Promise<{ stream: Readable; size: number }> {
    const { Bucket, Key } = this.at(key);
    const { Body, ContentLength, Metadata } = await this.run(
      () => this.client.send(new GetObjectCommand({ Bucket, Key })),
      () => {
        throw missingError(key);
      },
    );
    const source = Body as Readable;
    const sha256 = expected ?? Metadata?.[SHA256];
    if (sha256 === undefined) {
      source.destroy();
      throw unrecorded(key);
    }
    const stream = verified(source, { key, sha256 }, (error) => toWeirError(error, this.secrets));
    return { stream, size: ContentLength ?? 0 };
  }

  private at(key: string): Place {
    namesOf(key);
    return { client: this.client, Bucket: this.bucketName, Key: key };
  }

  private async run<R>(operation: () => Promise<R>, whenMissing?: () => R): Promise<R> {
    try {
      await this.bucket.ensure();
      return await operation();
    } catch (error) {
      if (whenMissing !== undefined && isMissing(error)) return whenMissing();
      throw toWeirError(error, this.secrets);
    }
  }
}
