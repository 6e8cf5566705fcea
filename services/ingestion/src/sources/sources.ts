import type { SourceKind, SourceRequest } from '@weir/contracts';
import type { Environment, Objects } from '@weir/platform';
import { FileSource } from './file-source.js';
import type { OpenSource, Source } from './source.js';
import { UploadSource } from './upload-source.js';

/** Every kind of source that ingestion can read, with the credentials of its own environment. */
export class Sources implements Source {
  /** A server's driver is loaded with the first request for it. */
  readonly #kinds: Readonly<Record<SourceKind, () => Promise<Source>>>;

  constructor(environment: Environment, objects: Objects) {
    this.#kinds = {
      file: async () => new FileSource(environment.files),
      upload: async () => new UploadSource(objects),
      s3: async () => new (await import('./s3-source.js')).S3Source(environment),
      mongodb: async () => new (await import('./mongodb-source.js')).MongodbSource(environment),
      kafka: async () => new (await import('./kafka-source.js')).KafkaSource(environment),
    };
  }

  async open(request: SourceRequest, expected: readonly string[]): Promise<OpenSource> {
    const source = await this.#kinds[request.kind]();
    return source.open(request, expected);
  }
}
