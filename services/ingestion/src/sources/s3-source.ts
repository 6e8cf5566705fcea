import type { Readable } from 'node:stream';
import { GetObjectCommand, type GetObjectCommandOutput, S3Client } from '@aws-sdk/client-s3';
import type { SourceRequest } from '@weir/contracts';
import { type Environment, WeirError } from '@weir/platform';
import { openBytes } from './byte-source.js';
import { requireMember } from './require-member.js';
import type { OpenSource, Source } from './source.js';

export type S3Settings = Pick<
  Environment,
  's3Bucket' | 's3Endpoint' | 's3Region' | 's3ForcePathStyle' | 's3AccessKeyId' | 's3SecretAccessKey'
>;

/** Milliseconds in which not a byte comes, after which a server counts as away. */
const IDLE_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 5_000;

/** Objects in S3, with the service's own credentials. The position is the ETag, the version and the SHA-256. */
export class S3Source implements Source {
  constructor(
    private readonly settings: S3Settings,
    private readonly idleTimeoutMs: number = IDLE_TIMEOUT_MS,
  ) {}

  async open(request: SourceRequest, expected: readonly string[]): Promise<OpenSource> {
    const key = requireMember(request, 'key');
    const bucket = request.bucket ?? this.settings.s3Bucket;
    if (bucket === undefined) {
      throw new WeirError('WEIR_REQUEST_INVALID', 'Name the bucket, or set S3_BUCKET for the service');
    }
    const client = clientOf(this.settings, this.idleTimeoutMs);
    const name = `s3://${bucket}/${key}`;
    try {
      const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      const body = found.Body as Readable;
      const close = async () => {
        body.destroy();
        client.destroy();
      };
      return await openBytes(
        { name, bytes: readBody(body, name), facts: factsOf(found), close },
        request,
        expected,
      );
    } catch (error) {
      client.destroy();
      throw error instanceof WeirError ? error : failureOf(error, name);
    }
  }
}

function clientOf(settings: S3Settings, idleTimeoutMs: number): S3Client {
  const { s3AccessKeyId: accessKeyId, s3SecretAccessKey: secretAccessKey } = settings;
  return new S3Client({
    region: settings.s3Region,
    forcePathStyle: settings.s3ForcePathStyle,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: idleTimeoutMs,
      socketTimeout: idleTimeoutMs,
      throwOnRequestTimeout: true,
    },
    ...(settings.s3Endpoint === undefined ? {} : { endpoint: settings.s3Endpoint }),
    ...(accessKeyId === undefined || secretAccessKey === undefined
      ? {}
      : { credentials: { accessKeyId, secretAccessKey } }),
  });
}

function factsOf({ ETag, VersionId }: GetObjectCommandOutput): Record<string, string> {
  return {
    ...(ETag === undefined ? {} : { etag: ETag.replaceAll('"', '') }),
    ...(VersionId === undefined ? {} : { versionId: VersionId }),
  };
}

async function* readBody(body: Readable, name: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const chunk of body) yield chunk as Uint8Array;
  } catch (error) {
    throw failureOf(error, name);
  }
}

function failureOf(error: unknown, name: string): WeirError {
  const { name: kind, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode;
  if (status === 404) return new WeirError('WEIR_NOT_FOUND', `There is no object ${name} (${kind})`);
  if (status === 401 || status === 403 || kind === 'CredentialsProviderError') {
    return new WeirError('WEIR_SOURCE_REFUSED', `${name} may not be read with this service's credentials`, {
      cause: error,
    });
  }
  return new WeirError('WEIR_SOURCE_UNAVAILABLE', `${name} cannot be read: ${message || kind}`, {
    cause: error,
  });
}
