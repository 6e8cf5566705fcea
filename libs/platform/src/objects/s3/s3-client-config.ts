import type { S3ClientConfig } from '@aws-sdk/client-s3';

export interface S3ConnectionOptions {
  /** Default: AWS's own endpoint of the region. */
  readonly endpoint?: string;
  /** Default: what the SDK finds in its environment; `us-east-1` with an endpoint of one's own. */
  readonly region?: string;
  /** `http://host/bucket/key` instead of `http://bucket.host/key`. Default false. */
  readonly forcePathStyle?: boolean;
  /** Default: the SDK's own chain (environment, profile, web identity, instance role). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export function s3ClientConfig({
  endpoint,
  region = endpoint === undefined ? undefined : 'us-east-1',
  forcePathStyle = false,
  credentials,
}: S3ConnectionOptions): S3ClientConfig {
  return {
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(region === undefined ? {} : { region }),
    ...(credentials === undefined ? {} : { credentials }),
    forcePathStyle,
    maxAttempts: 2,
    // The SDK's CRC trailers are refused by some servers that speak S3; Weir checks its own SHA-256.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: 2_000,
      // A socket on which nothing moves, not the whole of a long transfer.
      socketTimeout: 10_000,
    },
  };
}
