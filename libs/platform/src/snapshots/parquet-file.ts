import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { KeyValue, SchemaElement } from 'hyparquet';
import { ByteWriter, type ColumnSource, ParquetWriter } from 'hyparquet-writer';

/** Hands hyparquet-writer's bytes to a file after each row group, and hashes them on the way. */
class FileByteWriter extends ByteWriter {
  readonly #hash = createHash('sha256');

  constructor(private readonly handle: FileHandle) {
    super(1024 * 1024);
  }

  async flush(): Promise<void> {
    const bytes = this.getBytes();
    this.#hash.update(bytes);
    await this.handle.writeFile(bytes);
    this.index = 0;
  }

  override finish(): Promise<void> {
    return this.flush();
  }

  sha256(): string {
    return this.#hash.digest('hex');
  }
}

/** A Parquet file written row group by row group. The same columns in the same groups give the same bytes. */
export class ParquetFile {
  readonly #bytes: FileByteWriter;
  readonly #parquet: ParquetWriter;

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
    schema: SchemaElement[],
    kvMetadata: KeyValue[],
  ) {
    this.#bytes = new FileByteWriter(handle);
    this.#parquet = new ParquetWriter({ writer: this.#bytes, schema, kvMetadata, createdBy: 'weir' });
  }

  /** Creates the file; rejects if one is there. */
  static async create(path: string, schema: SchemaElement[], kvMetadata: KeyValue[]): Promise<ParquetFile> {
    return new ParquetFile(path, await open(path, 'wx', 0o600), schema, kvMetadata);
  }

  async writeRowGroup(columnData: ColumnSource[]): Promise<void> {
    const rowGroupSize = columnData[0]?.data.length ?? 0;
    if (rowGroupSize > 0) await this.#parquet.write({ columnData, rowGroupSize });
  }

  /** Writes the footer and closes the file. The SHA-256 of all its bytes, lower-case hexadecimal. */
  async finish(): Promise<string> {
    await this.#parquet.finish();
    await this.close();
    return this.#bytes.sha256();
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
