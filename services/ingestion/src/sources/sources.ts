import type { SourceKind, SourceRequest } from '@weir/contracts';
import type { Environment, Objects } from '@weir/platform';
import { FileSource } from './file-source.js';
import { KafkaSource } from './kafka-source.js';
import { MongodbSource } from './mongodb-source.js';
import { S3Source } from './s3-source.js';
import type { OpenSource, Source } from './source.js';
import { UploadSource } from './upload-source.js';

/** Every kind of source that ingestion can read, with the credentials of its own environment. */
export class Sources implements Source {
  readonly #kinds: Readonly<Record<SourceKind, Source>>;

  constructor(environment: Environment, objects: Objects) {
    this.#kinds = {
      file: new FileSource(environment.files),
      upload: new UploadSource(objects),
      s3: new S3Source(environment),
      mongodb: new MongodbSource(environment),
      kafka: new KafkaSource(environment),
    };
  }

  open(request: SourceRequest, expected: readonly string[]): Promise<OpenSource> {
    return this.#kinds[request.kind].open(request, expected);
  }
}
