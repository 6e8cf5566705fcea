import { CreateBucketCommand, HeadBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import { WeirError } from '../../errors/index.js';
import { isForbidden, isMissing } from './s3-failure.js';

export interface BucketOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** Make the bucket if it is absent. */
  readonly create: boolean;
}

/** The bucket, made sure of once; after a failure, again with the next operation. */
export class S3Bucket {
  private known: Promise<void> | undefined;

  constructor(private readonly options: BucketOptions) {}

  async ensure(): Promise<void> {
    this.known ??= this.find().catch((error: unknown) => {
      this.known = undefined;
      // Rights on the objects alone are enough to work with: whoever lacks those hears so from the operation itself.
      if (!isForbidden(error)) throw error;
    });
    await this.known;
  }

  /** Rejects if the bucket cannot be reached, or is absent and not to be made. */
  async find(abortSignal?: AbortSignal): Promise<void> {
    const { client, bucket, create } = this.options;
    const options = abortSignal === undefined ? {} : { abortSignal };
    try {
      await client.send(new HeadBucketCommand({ Bucket: bucket }), options);
    } catch (error) {
      if (!isMissing(error)) throw error;
      if (!create) throw new WeirError('WEIR_OBJECTS_UNAVAILABLE', `S3: there is no bucket "${bucket}".`);
      await this.make(options);
    }
  }

  private async make(options: { abortSignal?: AbortSignal }): Promise<void> {
    const { client, bucket } = this.options;
    try {
      await client.send(new CreateBucketCommand({ Bucket: bucket }), options);
    } catch (error) {
      // Another replica was first.
      if (!(error instanceof Error) || error.name !== 'BucketAlreadyOwnedByYou') throw error;
    }
  }
}
