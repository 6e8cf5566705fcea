import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FeatureSchema } from '@weir/contracts';
import { ApiProblems } from '../openapi/decorators.js';
import { FeatureSchemaResponse, SchemaListResponse } from '../openapi/schema-responses.js';
import { Needs } from '../security/access.js';
import { KnownSchemas } from './known-schemas.js';

/** What models read: which columns a prediction needs, and what they may hold. */
@ApiTags('schemas')
@Controller('v1/schemas')
export class SchemasController {
  constructor(private readonly schemas: KnownSchemas) {}

  @Get()
  @Needs('read')
  @ApiOperation({ summary: 'Every feature schema, by name' })
  @ApiOkResponse({ type: SchemaListResponse })
  list(): { schemas: FeatureSchema[]; next: null } {
    return { schemas: this.schemas.names().map((name) => this.schemas.require(name)), next: null };
  }

  @Get(':name')
  @Needs('read')
  @ApiOperation({ summary: 'A feature schema: its columns, and the classes of its label' })
  @ApiOkResponse({ type: FeatureSchemaResponse })
  @ApiProblems(404)
  get(@Param('name') name: string): FeatureSchema {
    return this.schemas.require(name);
  }
}
