import { Inject, Injectable } from '@nestjs/common';
import { type FeatureSchema, SchemaRegistry } from '@weir/contracts';
import { SCHEMAS, WeirError } from '@weir/platform';

/** The feature schemas this gateway knows. */
@Injectable()
export class KnownSchemas {
  constructor(@Inject(SCHEMAS) private readonly schemas: SchemaRegistry) {}

  /** Throws `WEIR_SCHEMA_UNKNOWN`, naming those there are. */
  require(name: string): FeatureSchema {
    const schema = this.schemas.find(name);
    if (schema !== undefined) return schema;
    throw new WeirError(
      'WEIR_SCHEMA_UNKNOWN',
      `"${name.slice(0, 100)}" is not a feature schema here; there are ${this.names().join(', ')}`,
    );
  }

  names(): string[] {
    return this.schemas.names();
  }
}
